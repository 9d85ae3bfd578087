package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.Part;

/**
 * The bank's market (惠市宝): a main order made of merchants' orders, refunds under our own number, the clearing day once
 * the goods are accepted, the daily file.
 */
@Singleton
class CcbMarket {

    private static final String REFUND = "Cust_Rfnd_Trcno";
    private static final String REFUND_SUM = "Rfnd_Amt";
    private static final String MAIN = "Main_Ordr_No";
    private static final String SUB = "Cmdty_Ordr_No";
    private static final String REQUEST = "Ittparty_Jrnl_No";
    private static final String UNKNOWN_REFUND = "NOT_FOUND";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final CcbCalls calls;
    private final Clock clock;

    CcbMarket(CcbCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Announces an order; the same order again is the same order. */
    BankAnswer<BankJson> announce(Checkout checkout, String key) {
        Instant now = clock.now();
        long seconds = Math.max(1, Duration.between(now, checkout.expires()).toSeconds());
        String main = OurNumber.of(checkout.paymentId());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(REQUEST, key);
        fields.put(MAIN, main);
        fields.put("Ordr_Tamt", Yuan.of(checkout.fen()));
        fields.put("Txn_Tamt", Yuan.of(checkout.fen()));
        fields.put("Order_Time_Out", Long.toString(seconds));
        fields.put("Cmdty_Dsc", checkout.description());
        fields.put("Orderlist", parts(checkout, main));
        return calls.market("/hsb/order", fields);
    }

    /** What no merchant's order accounts for, such as a gift, is one more part under the main order's own number. */
    private static List<Map<String, String>> parts(Checkout checkout, String main) {
        List<Map<String, String>> parts = new ArrayList<>();
        long rest = checkout.fen();
        for (Part part : checkout.parts()) {
            parts.add(part(OurNumber.of(part.merchantId()), OurNumber.of(part.orderId()), part.fen()));
            rest -= part.fen();
        }
        if (rest > 0 && !parts.isEmpty()) {
            parts.add(part("PLATFORM", main, rest));
        }
        return parts;
    }

    private static Map<String, String> part(String merchant, String order, long fen) {
        return Map.of(
                "Mkt_Mrch_Id",
                merchant,
                SUB,
                order,
                "Ordr_Amt",
                Yuan.of(fen),
                "Txnamt",
                Yuan.of(fen),
                "Apd_Tamt",
                "0.00");
    }

    /**
     * The bank gives one refund for one number, however often it is asked and under whatever request.
     *
     * @param ofOrder whose money it is; null where it is nobody's alone, and the bank takes from all by what is left
     */
    BankAnswer<Movement> refund(@Nullable UUID ofOrder, UUID refundId, String main, long fen, String key) {
        String number = OurNumber.of(refundId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(REQUEST, key);
        fields.put(MAIN, main);
        fields.put(REFUND, number);
        fields.put(REFUND_SUM, Yuan.of(fen));
        if (ofOrder != null) {
            fields.put("Sub_Ordr_List", List.of(Map.of(SUB, OurNumber.of(ofOrder), REFUND_SUM, Yuan.of(fen))));
        }
        return calls.market("/hsb/refund", fields).then(answer -> moved(answer, number));
    }

    BankAnswer<Optional<Movement>> findRefund(UUID refundId) {
        String number = OurNumber.of(refundId);
        BankAnswer<Movement> found =
                calls.market("/hsb/refund-status", Map.of(REFUND, number)).then(answer -> moved(answer, number));
        return found instanceof Refused<Movement>(int status, String code, String message)
                        && code.equals(UNKNOWN_REFUND)
                ? new Said<>(Optional.empty())
                : found.map(Optional::of);
    }

    private static BankAnswer<Movement> moved(BankJson answer, String number) {
        return CcbCalls.read(new byte[0], nothing -> {
            if (!answer.text(REFUND).equals(number)) {
                throw new IOException("an answer about another refund");
            }
            long fen = Yuan.fen(answer.text(REFUND_SUM)).orElseThrow(() -> new IOException("Rfnd_Amt is no amount"));
            Movement.State state =
                    switch (answer.text("Refund_Rsp_St")) {
                        case "00" -> Movement.State.SUCCEEDED;
                        case "01" -> Movement.State.FAILED;
                        case "02" -> Movement.State.PENDING;
                        default -> throw new IOException("an unknown state of a refund");
                    };
            return new Movement(answer.text("Rfnd_Trcno"), fen, state);
        });
    }

    /** The goods of one merchant's order were accepted: its money may be paid on from this day. Safe to repeat. */
    BankAnswer<LocalDate> accepted(UUID paymentId, UUID orderId, LocalDate day) {
        return calls.market(
                        "/hsb/clearing",
                        Map.of(MAIN, OurNumber.of(paymentId), SUB, OurNumber.of(orderId), "Clrg_Dt", DAY.format(day)))
                .then(answer -> day(answer.textOr("Clrg_Dt", "")));
    }

    private static BankAnswer<LocalDate> day(String written) {
        try {
            return new Said<>(LocalDate.parse(written, DAY));
        } catch (DateTimeParseException e) {
            return new Silent<>("unreadable answer: Clrg_Dt is no day", false);
        }
    }

    /** Whole, and with the digest it names, or no file. */
    BankAnswer<byte[]> file(LocalDate day) {
        return calls.signed("/hsb/file", Map.of("Bill_Dt", DAY.format(day)))
                .then(body -> CcbCalls.read(body, bytes -> CcbFile.checked(bytes, DAY.format(day))));
    }
}
