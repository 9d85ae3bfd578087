package terrace.bank.book;

import java.util.Map;
import java.util.TreeMap;

/**
 * A payer's leave to be charged without being asked each time; {@code reference} is the shop's own number for it.
 *
 * @param byDay what was charged by it, by day
 */
public record Agreement(
        String id,
        String reference,
        long perPaymentFen,
        long perDayFen,
        String backUrl,
        State state,
        Map<String, Long> byDay) {

    /** How far it is. */
    public enum State {
        OFFERED,
        SIGNED,
        ENDED
    }

    public long chargedFen(String day) {
        return byDay.getOrDefault(day, 0L);
    }

    Agreement in(State next) {
        return new Agreement(id, reference, perPaymentFen, perDayFen, backUrl, next, byDay);
    }

    Agreement charged(String day, long fen) {
        Map<String, Long> more = new TreeMap<>(byDay);
        more.merge(day, fen, Long::sum);
        return new Agreement(id, reference, perPaymentFen, perDayFen, backUrl, state, more);
    }
}
