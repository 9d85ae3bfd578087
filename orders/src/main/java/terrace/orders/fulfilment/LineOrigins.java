package terrace.orders.fulfilment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.catalog.lots.Assignment;
import terrace.catalog.lots.LotUses;
import terrace.catalog.lots.Need;
import terrace.catalog.lots.Origin;
import terrace.orders.purchases.LotShare;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;

/** Says for each line of an order which lots its goods are sent from, and lets the line keep a copy. */
@Singleton
class LineOrigins {
    private final OrderBook book;
    private final LotUses lots;

    LineOrigins(OrderBook book, LotUses lots) {
        this.book = book;
        this.lots = lots;
    }

    /** Why it cannot be so; nothing is noted then. */
    Optional<Dispatch> note(OpenOrder order, Map<Integer, LotWish> wishes) {
        List<OrderLine> lines = book.lines(order.id());
        Assignment assignment = lots.assign(
                order.merchantId(),
                lines.stream()
                        .map(line -> need(order, line, wishes.get(line.position())))
                        .toList());
        return switch (assignment) {
            case Assignment.Assigned(Map<String, List<Origin>> origins) -> {
                for (OrderLine line : lines) {
                    List<LotShare> shares = origins.getOrDefault(reference(order, line), List.of()).stream()
                            .map(LineOrigins::share)
                            .toList();
                    if (!shares.isEmpty()) {
                        book.cameFrom(order.id(), line.position(), shares);
                    }
                }
                yield Optional.empty();
            }
            case Assignment.TooLittle(String reference, String code, long left) ->
                Optional.of(new Dispatch.LotTooLittle(position(order, lines, reference), code, left));
            case Assignment.NoSuchLot(String reference) ->
                Optional.of(new Dispatch.LotUnknown(position(order, lines, reference)));
        };
    }

    private static Need need(OpenOrder order, OrderLine line, @Nullable LotWish wish) {
        return new Need(
                reference(order, line),
                line.listingId(),
                line.skuId(),
                line.grams(),
                line.quantity(),
                wish == null ? null : wish.lotId(),
                wish != null && wish.beyond());
    }

    private static LotShare share(Origin origin) {
        return new LotShare(origin.lotId(), origin.code(), origin.harvestedOn(), Math.toIntExact(origin.quantity()));
    }

    private static String reference(OpenOrder order, OrderLine line) {
        return order.number() + "-" + line.position();
    }

    private static int position(OpenOrder order, List<OrderLine> lines, String reference) {
        return lines.stream()
                .filter(line -> reference(order, line).equals(reference))
                .findFirst()
                .orElseThrow()
                .position();
    }
}
