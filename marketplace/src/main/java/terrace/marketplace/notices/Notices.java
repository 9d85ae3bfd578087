package terrace.marketplace.notices;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

/** Letters to people: queued in the caller's transaction, sent after it. */
@Singleton
public class Notices {

    private final NoticeRepository notices;
    private final Events events;
    private final Vault vault;

    Notices(NoticeRepository notices, Events events, Vault vault) {
        this.notices = notices;
        this.events = events;
        this.vault = vault;
    }

    @Transactional
    public void mail(String to, String subject, String text) {
        var id = Ids.next();
        notices.add(id, vault.seal(to), vault.seal(subject), vault.seal(text));
        events.publish(new NoticeQueued(id));
    }
}
