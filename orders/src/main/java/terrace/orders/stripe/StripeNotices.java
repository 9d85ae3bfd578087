package terrace.orders.stripe;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

    /** What Stripe's ids and types are made of; they are stored as they are. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,255}");

    private static final Pattern JSON = Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?");

    private final BankLink link;
    private final Clock clock;

    StripeNotices(BankLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    /** Judges and reads a letter. */
    public BankNotice read(NoticeLetter letter) {
        boolean typed = letter.header("content-type")
                .map(type -> JSON.matcher(type.toLowerCase(Locale.ROOT)).matches())
                .orElse(!letter.has("content-type"));
        if (!typed || letter.has("content-encoding")) {
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
        String type = event.text("type");
        if (!NAME.matcher(eventId).matches() || !NAME.matcher(type).matches()) {
            return new BankNotice.Refused(Flaw.UNREADABLE);
        }
        BankJson object = event.child("data").child("object");
        BankJson metadata = object.child("metadata");
        Optional<UUID> payment = object.id("client_reference_id").or(() -> metadata.id("payment_id"));
        return new BankNotice.Genuine(eventId, type, payment, metadata.id("refund_id"));
    }
}
