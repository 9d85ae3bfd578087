package terrace.orders.pricing;

import java.util.List;
import java.util.UUID;

/** One merchant's lines with their carriage: an order, if it is placed. Money in fen. */
public record PricedGroup(UUID merchantId, List<PricedLine> lines, GroupFreight freight) {

    public long goodsFen() {
        return lines.stream().mapToLong(PricedLine::amountFen).reduce(0, Math::addExact);
    }

    /** Zero while it is not known or not possible. */
    public long freightFen() {
        return freight instanceof GroupFreight.Charged charged ? charged.fen() : 0;
    }

    public long totalFen() {
        return Math.addExact(goodsFen(), freightFen());
    }
}
