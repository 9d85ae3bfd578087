package terrace.orders.fulfilment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import terrace.marketplace.events.Events;
import terrace.orders.parcels.Parcel;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;

/** Sends an order parcel by parcel; the caller holds it fast. */
@Singleton
class PackedOrders {
    private final OrderBook book;
    private final Parcels parcels;
    private final LineOrigins origins;
    private final Events events;

    PackedOrders(OrderBook book, Parcels parcels, LineOrigins origins, Events events) {
        this.book = book;
        this.parcels = parcels;
        this.origins = origins;
        this.events = events;
    }

    /** @param tracking tidied */
    Dispatch ship(OpenOrder order, Courier courier, String tracking, Packing packing) {
        return switch (order.state()) {
            case AWAITING_PAYMENT, CANCELLED -> new Dispatch.NotToShip(order.state());
            case SHIPPED, ACCEPTED ->
                known(parcels.of(order.id()), courier, tracking, packing).orElseGet(Dispatch.ShippedOtherwise::new);
            case TO_SHIP, PARTLY_SHIPPED -> {
                if (!courier.recognises(tracking)) {
                    yield new Dispatch.TrackingMalformed(courier);
                }
                List<Parcel> sent = parcels.of(order.id());
                Optional<Dispatch> known = known(sent, courier, tracking, packing);
                yield known.isPresent() ? known.get() : send(order, sent, courier, tracking, packing);
            }
        };
    }

    /** A parcel said before; of what is in it nothing said is the same again. */
    private static Optional<Dispatch> known(List<Parcel> sent, Courier courier, String tracking, Packing packing) {
        return sent.stream()
                .filter(parcel -> parcel.is(courier.code(), tracking))
                .findFirst()
                .map(parcel ->
                        packing.pieces().isEmpty() || packed(packing.pieces()).equals(parcel.pieces())
                                ? new Dispatch.Shipped(parcel)
                                : new Dispatch.ShippedOtherwise());
    }

    /** Without the lines of which nothing is in the parcel. */
    private static SortedMap<Integer, Integer> packed(Map<Integer, Integer> pieces) {
        SortedMap<Integer, Integer> packed = new TreeMap<>(pieces);
        packed.values().removeIf(count -> count == 0);
        return packed;
    }

    private Dispatch send(OpenOrder order, List<Parcel> sent, Courier courier, String tracking, Packing packing) {
        List<OrderLine> lines = book.lines(order.id());
        SortedMap<Integer, Integer> left = Parcels.left(lines, sent);
        SortedMap<Integer, Integer> pieces = packed(packing.pieces().isEmpty() ? left : packing.pieces());
        for (Map.Entry<Integer, Integer> line : pieces.entrySet()) {
            int most = left.getOrDefault(line.getKey(), 0);
            if (line.getValue() < 0 || line.getValue() > most) {
                return new Dispatch.TooManyPieces(line.getKey(), most);
            }
        }
        if (pieces.isEmpty()) {
            return new Dispatch.NothingPacked();
        }
        boolean last = pieces.equals(left);
        int number = sent.size() + 1;
        if (number > Parcels.PARCELS_MAX || (number == Parcels.PARCELS_MAX && !last)) {
            return new Dispatch.TooManyParcels();
        }
        Optional<Dispatch> refusal = origins.note(order, number, lines, pieces, packing.lots());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Parcel parcel = parcels.add(order.id(), number, courier.code(), tracking, pieces);
        if (last) {
            book.ship(order.id(), courier.code(), tracking, Fulfilment.ACCEPTANCE_WINDOW);
            events.publish(new OrderShipped(order.id(), order.number(), order.memberId(), order.merchantId()));
        } else {
            book.partlyShip(order.id());
        }
        return new Dispatch.Shipped(parcel);
    }
}
