package terrace.marketplace.notices;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

/** Letters and text messages to people: queued in the caller's transaction, sent after it. */
@Singleton
public class Notices {

    private final NoticeRepository notices;
    private final Events events;
    private final Vault vault;
    private final @Nullable SmsSender texts;

    Notices(NoticeRepository notices, Events events, Vault vault, @Nullable SmsSender texts) {
        this.notices = notices;
        this.events = events;
        this.vault = vault;
        this.texts = texts;
    }

    @Transactional
    public void mail(String to, String subject, String text) {
        mail(new Mail(to, subject, text));
    }

    @Transactional
    public void mail(Mail mail) {
        var id = Ids.next();
        notices.add(
                id,
                NoticeRow.MAIL,
                vault.seal(mail.to()),
                vault.seal(mail.subject()),
                vault.seal(mail.text()),
                mail.unsubscribe() == null ? new byte[0] : vault.seal(mail.unsubscribe()));
        events.publish(new NoticeQueued(id));
    }

    /** False, and nothing done, where no way for text messages was set up. */
    @Transactional
    public boolean text(Sms message) {
        if (texts == null) {
            return false;
        }
        var id = Ids.next();
        notices.add(
                id, NoticeRow.SMS, vault.seal(message.to()), vault.seal(""), vault.seal(message.text()), new byte[0]);
        events.publish(new NoticeQueued(id));
        return true;
    }

    /** Whether text messages go out from here at all. */
    public boolean textsGoOut() {
        return texts != null;
    }
}
