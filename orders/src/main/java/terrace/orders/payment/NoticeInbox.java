package terrace.orders.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.BankNotice.Flaw;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.PaymentGateway;

/**
 * Takes in the bank's notices: judged, written down under their unique key, committed, answered. Only then does a
 * worker look into them, and it believes none: each is a hint to ask the bank.
 */
@Singleton
class NoticeInbox {

    static final int NOTICE_BYTES_MAX = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeInbox.class);
    private static final int BATCH = 20;
    private static final int TRIES_MAX = 12;

    private final NoticeRepository notices;
    private final Cashier cashier;
    private final Gateways gateways;
    private final Clock clock;
    private final Semaphore worker = new Semaphore(1);
    private final AtomicBoolean rung = new AtomicBoolean();

    NoticeInbox(NoticeRepository notices, Cashier cashier, Gateways gateways, Clock clock) {
        this.notices = notices;
        this.cashier = cashier;
        this.gateways = gateways;
        this.clock = clock;
    }

    NoticeReceipt receive(String channel, NoticeLetter letter) {
        if (letter.size() > NOTICE_BYTES_MAX) {
            return refused(channel, Flaw.TOO_LARGE);
        }
        return gateways.find(channel)
                .map(gateway -> receive(gateway, letter))
                .orElseGet(() -> refused(channel, Flaw.UNKNOWN_CHANNEL));
    }

    private NoticeReceipt receive(PaymentGateway gateway, NoticeLetter letter) {
        return switch (gateway.read(letter)) {
            case BankNotice.Refused(Flaw flaw) -> refused(gateway.channel(), flaw);
            case BankNotice.Genuine notice -> {
                keep(gateway.channel(), notice, letter.body());
                ring();
                yield new NoticeReceipt.Kept();
            }
        };
    }

    private void keep(String channel, BankNotice.Genuine notice, byte[] body) {
        notices.insert(
                channel,
                notice.eventId(),
                notice.type(),
                notice.paymentId().orElse(null),
                notice.refundId().orElse(null),
                body,
                clock.now());
    }

    private static NoticeReceipt refused(String channel, Flaw flaw) {
        LOG.warn("Notice of {} refused: {}", channel, flaw);
        return new NoticeReceipt.Refused(flaw.name());
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
                } catch (RuntimeException e) {
                    LOG.error("Notices could not be looked into now; the job looks again", e);
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
