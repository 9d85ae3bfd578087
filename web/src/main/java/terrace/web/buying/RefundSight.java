package terrace.web.buying;

/**
 * A refund of an order, as its member or its merchant sees it. Money in fen.
 *
 * @param cause words are at {@code buying.refund.cause.<cause>}
 * @param cashFen what the buyer gets back in money
 * @param pointsFen what went back in points: 100 are a yuan
 * @param subsidyFen what went back to those who had borne a discount
 * @param stand how far the bank is: words are at {@code buying.refund.stand.<stand>}
 */
public record RefundSight(
        String at,
        String cause,
        String reason,
        long fen,
        long cashFen,
        long pointsFen,
        long subsidyFen,
        String stand) {}
