package terrace.orders.fulfilment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.lots.Assignment;
import terrace.catalog.lots.LotUses;
import terrace.catalog.lots.Need;
import terrace.catalog.lots.Origin;
import terrace.orders.purchases.LotShare;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;

/** Says for each line in a parcel which lots its goods are sent from, and lets the line keep a copy. */
@Singleton
class LineOrigins {
    private final OrderBook book;
    private final LotUses lots;

    LineOrigins(OrderBook book, LotUses lots) {
        this.book = book;
        this.lots = lots;
    }

    /**
     * Why it cannot be so; nothing is noted then.
     *
     * @param parcel the number of the parcel they travel in
     * @param pieces how many of each line are in it
     */
    Optional<Dispatch> note(
            OpenOrder order,
            int parcel,
            List<OrderLine> lines,
            Map<Integer, Integer> pieces,
            Map<Integer, LotWish> wishes) {
        Map<String, OrderLine> packed = lines.stream()
                .filter(line -> pieces.containsKey(line.position()))
                .collect(Collectors.toMap(
                        line -> reference(order, line, parcel), line -> line, (one, other) -> one, LinkedHashMap::new));
        List<Need> needs = new ArrayList<>();
        packed.forEach((reference, line) ->
                needs.add(need(reference, line, pieces.getOrDefault(line.position(), 0), wishes.get(line.position()))));
        return switch (lots.assign(order.merchantId(), needs)) {
            case Assignment.Assigned(Map<String, List<Origin>> origins) -> {
                packed.forEach((reference, line) -> {
                    List<LotShare> shares = origins.getOrDefault(reference, List.of()).stream()
                            .map(LineOrigins::share)
                            .toList();
                    if (!shares.isEmpty()) {
                        book.cameFrom(order.id(), line.position(), parcel, shares);
                    }
                });
                yield Optional.empty();
            }
            case Assignment.TooLittle(String reference, String code, long left) ->
                Optional.of(new Dispatch.LotTooLittle(position(packed, reference), code, left));
            case Assignment.NoSuchLot(String reference) ->
                Optional.of(new Dispatch.LotUnknown(position(packed, reference)));
        };
    }

    private static Need need(String reference, OrderLine line, int pieces, @Nullable LotWish wish) {
        return new Need(
                reference,
                line.listingId(),
                line.skuId(),
                line.grams(),
                pieces,
                wish == null ? null : wish.lotId(),
                wish != null && wish.beyond());
    }

    private static LotShare share(Origin origin) {
        return new LotShare(origin.lotId(), origin.code(), origin.harvestedOn(), Math.toIntExact(origin.quantity()));
    }

    /** The goods of a first parcel are noted as those of orders sent at once always were. */
    private static String reference(OpenOrder order, OrderLine line, int parcel) {
        return order.number() + "-" + line.position() + (parcel == 1 ? "" : "-" + parcel);
    }

    private static int position(Map<String, OrderLine> packed, String reference) {
        return Objects.requireNonNull(packed.get(reference)).position();
    }
}
