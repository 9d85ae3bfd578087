package terrace.marketplace.notices;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.vault.Vault;

/** Carries letters out, one after the other, outside of any transaction. */
@Singleton
class Post {

    /** Who claimed a letter and was not done by then has died. */
    private static final int LEASE_MINUTES = 10;

    private static final int MISSED_AT_ONCE = 100;
    private static final int ATTEMPTS_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final NoticeRepository notices;
    private final MailSender sender;
    private final @Nullable SmsSender texts;
    private final Vault vault;
    private final ExecutorService carrier =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("post").factory());

    Post(NoticeRepository notices, MailSender sender, @Nullable SmsSender texts, Vault vault) {
        this.notices = notices;
        this.sender = sender;
        this.texts = texts;
        this.vault = vault;
    }

    /** At once where sending is quick; else behind the caller's back, since events of others wait for it. */
    void take(UUID noticeId) {
        if (sender.quick()) {
            carry(noticeId);
        } else {
            carrier.execute(() -> carry(noticeId));
        }
    }

    /** Takes up letters that were left lying: the process died, or the mail server was away. */
    void takeMissed() {
        notices.missed(LEASE_MINUTES, MISSED_AT_ONCE).forEach(this::carry);
    }

    void clear() {
        notices.clear();
    }

    @PreDestroy
    void close() {
        carrier.shutdown();
    }

    private void send(NoticeRow notice) {
        if (notice.channel().equals(NoticeRow.MAIL)) {
            sender.send(notice.mail(vault));
        } else if (texts != null) {
            texts.send(notice.sms(vault));
        } else {
            throw new IllegalStateException("no way for text messages is set up any more");
        }
    }

    private void carry(UUID noticeId) {
        if (notices.claim(noticeId, LEASE_MINUTES) == 0) {
            return;
        }
        var notice = notices.byId(noticeId).orElseThrow();
        try {
            send(notice);
            notices.sent(noticeId);
        } catch (RuntimeException e) {
            boolean givenUp = notice.attempts() >= ATTEMPTS_MAX;
            notices.back(noticeId, givenUp ? "FAILED" : "QUEUED");
            LOG.warn("notice {} was not sent{}: {}", noticeId, givenUp ? ", given up" : "", e.getMessage());
        }
    }
}
