package terrace.bank.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Contents;
import terrace.bank.book.Json;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.book.Refund;
import terrace.bank.book.Session;
import terrace.bank.book.Transfer;

/** The JSON shapes of the API, Stripe's names where Stripe has the thing. */
public final class Shapes {
    private Shapes() {}

    static String error(String type, String code, String message, @Nullable String param) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        error.put("code", code);
        error.put("message", message);
        if (param != null) {
            error.put("param", param);
        }
        return Json.text(Map.of("error", error));
    }

    static Map<String, Object> session(Session s, Page page, String publicUrl) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", s.id());
        shape.put("object", "checkout.session");
        shape.put("url", publicUrl + "/pay/" + s.id());
        // as at Stripe, there is no intent before somebody tries to pay
        shape.put("payment_intent", s.paid() || s.declined() ? s.intent() : null);
        shape.put("mode", "payment");
        shape.put("status", s.stateAt(page.now()).name().toLowerCase(Locale.ROOT));
        shape.put("payment_status", s.paid() ? "paid" : "unpaid");
        shape.put("amount_total", s.amountFen());
        shape.put("currency", "cny");
        shape.put("client_reference_id", s.reference());
        shape.put("created", s.createdMillis() / 1000);
        shape.put("expires_at", s.expiresMillis() / 1000);
        return shape;
    }

    /** A decline goes back to requires_payment_method; only succeeded and canceled are final. */
    static Map<String, Object> intent(Session s, Page page) {
        String status =
                switch (s.stateAt(page.now())) {
                    case OPEN -> "requires_payment_method";
                    case COMPLETE -> "succeeded";
                    case EXPIRED -> "canceled";
                };
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", s.intent());
        shape.put("object", "payment_intent");
        shape.put("status", status);
        shape.put("amount", s.amountFen());
        shape.put("amount_received", s.receivedFen());
        shape.put("amount_refunded", s.refundedFen());
        shape.put("currency", "cny");
        shape.put("created", s.createdMillis() / 1000);
        if (s.charge() != null) {
            shape.put("latest_charge", s.charge());
        }
        if (s.declined()) {
            shape.put("last_payment_error", Map.of("type", "card_error", "code", "card_declined"));
        }
        shape.put("metadata", Map.of("payment_id", s.reference()));
        return shape;
    }

    static Map<String, Object> refund(Refund r) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", r.id());
        shape.put("object", "refund");
        shape.put("status", "succeeded");
        shape.put("amount", r.amountFen());
        shape.put("currency", "cny");
        shape.put("payment_intent", r.intent());
        shape.put("charge", r.charge());
        shape.put("created", r.createdMillis() / 1000);
        shape.put("metadata", Map.of("refund_id", r.reference()));
        return shape;
    }

    static Map<String, Object> transfer(Transfer t) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", t.id());
        shape.put("object", "transfer");
        shape.put("amount", t.amountFen());
        shape.put("currency", "cny");
        shape.put("destination", t.destination());
        shape.put("transfer_group", t.group());
        shape.put("source", t.fromOwnAccount() ? Transfer.OWN_ACCOUNT : "escrow");
        shape.put("reversed", false);
        shape.put("created", t.createdMillis() / 1000);
        shape.put("metadata", Map.of("payout_id", t.reference()));
        return shape;
    }

    static String list(String url, List<Map<String, Object>> data) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("object", "list");
        shape.put("url", url);
        shape.put("data", data);
        shape.put("has_more", false);
        return Json.text(shape);
    }

    /** The bank's own book, summed. */
    public static Map<String, Object> balance(Contents contents) {
        Map<Posting.Kind, Long> sums = new LinkedHashMap<>();
        long fees = 0;
        for (Posting p : contents.postings()) {
            sums.merge(p.kind(), p.amountFen(), Long::sum);
            fees += p.feeFen();
        }
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("object", "balance");
        shape.put("currency", "cny");
        shape.put("available", List.of(Map.of("amount", contents.escrowFen(), "currency", "cny")));
        shape.put("pending", List.of());
        shape.put("escrow_fen", contents.escrowFen());
        shape.put("own_fen", contents.ownFen());
        shape.put("charged_fen", sums.getOrDefault(Posting.Kind.CHARGE, 0L));
        shape.put("refunded_fen", sums.getOrDefault(Posting.Kind.REFUND, 0L));
        shape.put("transferred_fen", sums.getOrDefault(Posting.Kind.TRANSFER, 0L));
        shape.put("proven_fen", sums.getOrDefault(Posting.Kind.PROOF, 0L));
        shape.put("fee_fen", fees);
        return shape;
    }
}
