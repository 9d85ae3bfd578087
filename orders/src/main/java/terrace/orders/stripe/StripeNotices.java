package terrace.orders.stripe;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.BankNotice.Flaw;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.stripe.NoticeSignature.Verdict;

/** Reads Stripe's notices (events); nothing of the body is read before its signature has been verified. */
@Singleton
public class StripeNotices {

    private static final int EVENT_ID_LENGTH_MAX = 255;

    private final BankLink link;
    private final Clock clock;

    StripeNotices(BankLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    /** Judges and reads a letter. */
    public BankNotice read(NoticeLetter letter) {
        if (letter.has("content-encoding")) {
            return new BankNotice.Refused(Flaw.MALFORMED);
        }
        String signature = letter.header("stripe-signature").orElse(null);
        Verdict verdict = NoticeSignature.judge(letter.body(), signature, link.noticeSecret(), clock.now());
        if (verdict != Verdict.GENUINE) {
            return new BankNotice.Refused(Flaw.valueOf(verdict.name()));
        }
        try {
            return genuine(BankJson.read(letter.body()));
        } catch (IOException e) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
    }

    private static BankNotice genuine(BankJson event) throws IOException {
        String eventId = event.text("id");
        if (eventId.length() > EVENT_ID_LENGTH_MAX) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
        BankJson object = event.child("data").child("object");
        BankJson metadata = object.child("metadata");
        Optional<UUID> payment = object.id("client_reference_id").or(() -> metadata.id("payment_id"));
        return new BankNotice.Genuine(eventId, event.text("type"), payment, metadata.id("refund_id"));
    }
}
