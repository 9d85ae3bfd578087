package terrace.orders.shipments;

import terrace.orders.fulfilment.Courier;

/**
 * Who will carry an order that is not sent yet.
 *
 * @param chosen named for it in a sheet handed in; else it is who carried the merchant's last parcel to that province
 */
public record Carrier(Courier courier, boolean chosen) {}
