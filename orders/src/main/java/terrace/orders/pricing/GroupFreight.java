package terrace.orders.pricing;

import java.util.Set;
import java.util.UUID;

/** What carriage costs for one merchant's goods, if they go there at all. */
public sealed interface GroupFreight {

    /** In fen; zero is free of charge. */
    record Charged(long fen) implements GroupFreight {}

    /** The merchant does not send these goods to that province. */
    record NotDelivered(Set<UUID> skuIds) implements GroupFreight {}

    /** Not known before there is an address. */
    record AddressNeeded() implements GroupFreight {}
}
