package terrace.orders.fulfilment;

import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Shipment;

/** What became of a merchant's word that an order is on its way. */
public sealed interface Dispatch {

    /** On its way, said now or before with the same number. */
    record Shipped(Shipment shipment) implements Dispatch {}

    /** It was sent before, with another courier or number. */
    record ShippedOtherwise(Shipment shipment) implements Dispatch {}

    /** The number cannot be one of this courier's. */
    record TrackingMalformed(Courier courier) implements Dispatch {}

    /** Nothing to send: not paid, or cancelled. */
    record NotToShip(OrderState state) implements Dispatch {}

    /** The lot chosen for a line has no more than so many pieces left; nothing was sent. */
    record LotTooLittle(int position, String code, long left) implements Dispatch {}

    /** The lot chosen for a line is none of those goods; nothing was sent. */
    record LotUnknown(int position) implements Dispatch {}
}
