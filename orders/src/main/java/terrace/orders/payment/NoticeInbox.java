package terrace.orders.payment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.NoticeSignature;
import terrace.orders.gateway.NoticeSignature.Verdict;

/**
 * Takes in the bank's notices: judged, written down under their unique key, committed, answered. Only then does a
 * worker look into them, and it believes none: each is a hint to ask the bank.
 */
@Singleton
class NoticeInbox {

    static final int NOTICE_BYTES_MAX = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeInbox.class);
    private static final String CHANNEL = "bank";
    private static final int EVENT_ID_LENGTH_MAX = 255;
    private static final int BATCH = 20;
    private static final int TRIES_MAX = 12;

    private final NoticeRepository notices;
    private final Cashier cashier;
    private final BankLink link;
    private final Clock clock;
    private final Semaphore worker = new Semaphore(1);
    private final AtomicBoolean rung = new AtomicBoolean();

    NoticeInbox(NoticeRepository notices, Cashier cashier, BankLink link, Clock clock) {
        this.notices = notices;
        this.cashier = cashier;
        this.link = link;
        this.clock = clock;
    }

    NoticeReceipt receive(byte[] body, @Nullable String signature) {
        if (body.length > NOTICE_BYTES_MAX) {
            return refused("TOO_LARGE");
        }
        Verdict verdict = NoticeSignature.judge(body, signature, link.noticeSecret(), clock.now());
        if (verdict != Verdict.GENUINE) {
            return refused(verdict.name());
        }
        try {
            keep(body);
        } catch (IOException e) {
            return refused("UNREADABLE");
        }
        ring();
        return new NoticeReceipt.Kept();
    }

    private void keep(byte[] body) throws IOException {
        BankJson event = BankJson.read(body);
        String eventId = event.text("id");
        if (eventId.length() > EVENT_ID_LENGTH_MAX) {
            throw new IOException("an event id of " + eventId.length() + " characters");
        }
        BankJson object = event.child("data").child("object");
        Optional<UUID> payment = object.id("client_reference_id");
        BankJson metadata = object.child("metadata");
        notices.insert(
                CHANNEL,
                eventId,
                event.text("type"),
                payment.or(() -> metadata.id("payment_id")).orElse(null),
                metadata.id("refund_id").orElse(null),
                body,
                clock.now());
    }

    private static NoticeReceipt refused(String why) {
        LOG.warn("Notice refused: {}", why);
        return new NoticeReceipt.Refused(why);
    }

    /** Wakes the worker at once; a job looks again every few seconds in case this process dies before it is done. */
    private void ring() {
        rung.set(true);
        if (worker.tryAcquire()) {
            Thread.ofVirtual().name("payment-notices").start(() -> {
                try {
                    while (rung.getAndSet(false)) {
                        drain();
                    }
                } finally {
                    worker.release();
                }
                if (rung.get()) {
                    ring();
                }
            });
        }
    }

    /** Looks into everything due; safe beside others. */
    void drain() {
        List<NoticeRepository.Notice> claimed;
        do {
            claimed = notices.claim(BATCH);
            claimed.forEach(this::lookInto);
        } while (claimed.size() == BATCH);
    }

    private void lookInto(NoticeRepository.Notice notice) {
        UUID paymentId = notice.paymentId();
        if (paymentId == null || cashier.byId(paymentId).isEmpty()) {
            notices.close(notice, "IGNORED");
            return;
        }
        try {
            if (!cashier.resolve(paymentId).bankSilent()) {
                notices.close(notice, "DONE");
            } else if (notice.tries() >= TRIES_MAX) {
                notices.close(notice, "PARKED");
            }
        } catch (RuntimeException e) {
            LOG.error("Notice {} of payment {} failed, try {}", notice.eventId(), paymentId, notice.tries(), e);
            if (notice.tries() >= TRIES_MAX) {
                notices.close(notice, "PARKED");
            }
        }
    }
}
