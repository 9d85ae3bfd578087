package terrace.bank.ccb;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.BankFile;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Part;
import terrace.bank.book.Posting;
import terrace.bank.book.Refund;
import terrace.bank.book.Session;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.Refunds;
import terrace.bank.counter.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The market's orders: a main order of several merchants' orders, refunds under the shop's number, acceptance. */
public final class CcbMarket {
    private static final String MAIN = "Main_Ordr_No";
    private static final String SUB = "Cmdty_Ordr_No";
    private static final String REFUND = "Cust_Rfnd_Trcno";
    private static final String REFUND_FEN = "Rfnd_Amt";
    private static final long OPEN_SECONDS_MAX = 7 * 86_400;

    private final Checkouts checkouts;
    private final Refunds refunds;
    private final CcbCounter counter;
    private final CcbKeys keys;

    public CcbMarket(Checkouts checkouts, Refunds refunds, CcbCounter counter, CcbKeys keys) {
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.counter = counter;
        this.keys = keys;
    }

    /** Whether the shop signed these bytes. */
    public boolean signed(byte[] body, String signature) {
        return keys.ofShop(body, signature);
    }

    /** Announces an order before its payer comes; the same order again is the same order. */
    public Outcome order(Page page, JsonNode json) {
        String order = required(json, MAIN);
        long fen = CcbFields.fen("Txn_Tamt", required(json, "Txn_Tamt"));
        List<Part> parts = new ArrayList<>();
        for (JsonNode one : json.path("Orderlist")) {
            parts.add(new Part(
                    required(one, "Mkt_Mrch_Id"),
                    required(one, SUB),
                    CcbFields.fen("Txnamt", required(one, "Txnamt")),
                    0,
                    null));
        }
        if (!parts.isEmpty() && parts.stream().mapToLong(Part::fen).sum() != fen) {
            throw Refusal.invalid("Orderlist", "The merchants' orders are not the sum of the main order.");
        }
        Session session = CcbCounter.known(page, order).orElseGet(() -> {
            long expires = page.now().toEpochMilli() + seconds(json) * 1000;
            String purpose = json.path("Cmdty_Dsc").asText("");
            String back = counter.returnUrl();
            return checkouts.open(page, order, purpose, fen, back, back, expires, parts);
        });
        if (session.amountFen() != fen) {
            throw Refusal.invalid("Txn_Tamt", "The order is known with another amount.");
        }
        return done(Map.of(MAIN, order, "Ordr_Stcd", "1"));
    }

    private static long seconds(JsonNode json) {
        String text = required(json, "Order_Time_Out");
        if (!text.matches("[1-9][0-9]{0,6}") || Long.parseLong(text) > OPEN_SECONDS_MAX) {
            throw Refusal.invalid("Order_Time_Out", "An order is open for at most seven days.");
        }
        return Long.parseLong(text);
    }

    /** Gives back; the same number is the same refund, and never another. */
    public Outcome refund(Page page, JsonNode json) {
        String number = required(json, REFUND);
        long fen = CcbFields.fen(REFUND_FEN, required(json, REFUND_FEN));
        Session session = CcbCounter.known(page, required(json, MAIN))
                .orElseThrow(() -> Refusal.missing("order", required(json, MAIN)));
        Optional<Refund> earlier =
                page.contents().refundsOfReference(number).stream().findFirst();
        if (earlier.isPresent()) {
            if (earlier.get().amountFen() != fen || !earlier.get().intent().equals(session.intent())) {
                throw Refusal.invalid(REFUND, "The number was used for another refund.");
            }
            return refunded(earlier.get());
        }
        if (fen < 1) {
            throw Refusal.invalid(REFUND_FEN, "A refund is above zero.");
        }
        Optional<Refunds.No> no = refunds.refusal(page, session, fen);
        if (no.isPresent()) {
            return refused(no.get().code(), no.get().message());
        }
        return refunded(refunds.write(page, session, fen, number, shares(json, session, fen)));
    }

    /** Out of the merchants' orders named, else out of all by what is left of each. */
    private static @Nullable Map<String, Long> shares(JsonNode json, Session session, long fen) {
        List<Part> parts = session.partsOrNone();
        if (parts.isEmpty()) {
            return null;
        }
        Map<String, Long> shares = new LinkedHashMap<>();
        for (JsonNode one : json.path("Sub_Ordr_List")) {
            shares.put(required(one, SUB), CcbFields.fen(REFUND_FEN, required(one, REFUND_FEN)));
        }
        if (shares.isEmpty()) {
            return byRest(parts, fen);
        }
        boolean fits = parts.stream().allMatch(p -> shares.getOrDefault(p.order(), 0L) <= p.leftFen());
        if (!fits || shares.values().stream().mapToLong(Long::longValue).sum() != fen) {
            throw Refusal.invalid("Sub_Ordr_List", "The parts are not the refund, or more than is left of an order.");
        }
        return shares;
    }

    private static Map<String, Long> byRest(List<Part> parts, long fen) {
        Map<String, Long> shares = new LinkedHashMap<>();
        long rest = parts.stream().mapToLong(Part::leftFen).sum();
        long left = fen;
        for (Part part : parts) {
            // what is left over by rounding falls to the orders that come last
            long share = rest == 0 ? 0 : times(left, part.leftFen(), rest);
            rest -= part.leftFen();
            left -= share;
            shares.put(part.order(), share);
        }
        return shares;
    }

    /** In between it may be more than a long holds. */
    private static long times(long fen, long part, long whole) {
        return BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    public Outcome refundStatus(Page page, JsonNode json) {
        return page.contents().refundsOfReference(required(json, REFUND)).stream()
                .findFirst()
                .map(CcbMarket::refunded)
                .orElseGet(() -> refused("NOT_FOUND", "There is no refund of this number."));
    }

    /** The goods of one merchant's order were accepted: the day is set once. */
    public Outcome clearing(Page page, JsonNode json) {
        String main = required(json, MAIN);
        String order = required(json, SUB);
        String day = required(json, "Clrg_Dt");
        if (!day.matches("[0-9]{8}")) {
            throw Refusal.invalid("Clrg_Dt", "A day is written as 20261121.");
        }
        Session session = CcbCounter.known(page, main)
                .filter(Session::paid)
                .orElseThrow(() -> Refusal.missing("paid order", main));
        Part part = session.partsOrNone().stream()
                .filter(one -> one.order().equals(order))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("merchant's order", order));
        if (part.cleared() == null) {
            page.write(new Entry.Cleared(session.id(), order, day));
        }
        return done(Map.of(MAIN, main, SUB, order, "Clrg_Dt", part.cleared() == null ? day : part.cleared()));
    }

    /** The channel's own file of a day: what came by it and went back, in the order of the book. */
    public static String file(Page page, String day, List<Posting> postings) {
        StringBuilder file = new StringBuilder("#CCB|").append(day).append("|V1\n");
        long lines = 0;
        for (Posting posting : postings) {
            // what the payer disputes stands in the file of all custody only
            boolean ours = (posting.kind() == Posting.Kind.CHARGE || posting.kind() == Posting.Kind.REFUND)
                    && page.contents()
                            .sessionOfIntent(posting.counterpart())
                            .filter(session -> session.ccb() != null)
                            .isPresent();
            if (ours && CcbFields.day(CcbFields.dayOf(posting.atMillis())).equals(day)) {
                lines++;
                file.append(String.join(
                                "|",
                                posting.kind() == Posting.Kind.CHARGE ? "P" : "R",
                                posting.bankRef(),
                                posting.ourRef(),
                                CcbFields.yuan(posting.amountFen()),
                                CcbFields.yuan(posting.feeFen())))
                        .append('\n');
            }
        }
        String digest = BankFile.sha256(file.toString());
        return file.append("#END|")
                .append(lines)
                .append('|')
                .append(digest)
                .append('\n')
                .toString();
    }

    private static Outcome refunded(Refund refund) {
        return done(Map.of(
                REFUND,
                refund.reference(),
                "Rfnd_Trcno",
                refund.id(),
                REFUND_FEN,
                CcbFields.yuan(refund.amountFen()),
                "Refund_Rsp_St",
                "00"));
    }

    static Outcome done(Map<String, Object> fields) {
        Map<String, Object> answer = new LinkedHashMap<>(fields);
        answer.put("Svc_Rsp_St", "00");
        return Outcome.of(answer);
    }

    /** This bank says no with status 200. */
    public static Outcome refused(String code, String message) {
        return Outcome.of(Map.of("Svc_Rsp_St", "01", "Svc_Rsp_Cd", code, "Rsp_Inf", message));
    }

    static String required(JsonNode json, String name) {
        String text = json.path(name).asText("");
        if (text.isBlank() || !json.path(name).isTextual()) {
            throw Refusal.invalid(name, name + " is missing");
        }
        return text;
    }

    /** What every merchant has at the bank: held until its goods are accepted, then cleared. */
    public static List<Map<String, Object>> subAccounts(Page page) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (Session session : page.contents().sessions()) {
            if (session.paid()) {
                for (Part part : session.partsOrNone()) {
                    sums.computeIfAbsent(part.merchant(), id -> new long[2])[part.cleared() == null ? 0 : 1] +=
                            part.leftFen();
                }
            }
        }
        return sums.entrySet().stream()
                .map(one -> {
                    Map<String, Object> shape = new LinkedHashMap<>();
                    shape.put("merchant", one.getKey());
                    shape.put("held_fen", one.getValue()[0]);
                    shape.put("cleared_fen", one.getValue()[1]);
                    return shape;
                })
                .toList();
    }
}
