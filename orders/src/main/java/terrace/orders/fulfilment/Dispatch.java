package terrace.orders.fulfilment;

import terrace.orders.parcels.Parcel;
import terrace.orders.purchases.OrderState;

/** What became of a merchant's word that an order, or a part of it, is on its way. */
public sealed interface Dispatch {

    /** On its way, said now or before with the same number. */
    record Shipped(Parcel parcel) implements Dispatch {}

    /** All of it was sent before, with another courier or number, or a parcel of this number with other goods in it. */
    record ShippedOtherwise() implements Dispatch {}

    /** The number cannot be one of this courier's. */
    record TrackingMalformed(Courier courier) implements Dispatch {}

    /** Nothing to send: not paid, or cancelled. */
    record NotToShip(OrderState state) implements Dispatch {}

    /** No more than so many pieces of a line are left to be sent. */
    record TooManyPieces(int position, int left) implements Dispatch {}

    /** A parcel with nothing in it. */
    record NothingPacked() implements Dispatch {}

    /** There are as many parcels as there may be; the last must hold all that is left. */
    record TooManyParcels() implements Dispatch {}

    /** The lot chosen for a line has no more than so many pieces left; nothing was sent. */
    record LotTooLittle(int position, String code, long left) implements Dispatch {}

    /** The lot chosen for a line is none of those goods; nothing was sent. */
    record LotUnknown(int position) implements Dispatch {}
}
