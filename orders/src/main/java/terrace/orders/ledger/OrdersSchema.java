package terrace.orders.ledger;

import jakarta.inject.Singleton;
import terrace.marketplace.database.ModuleSchema;

/** Registers the schema of this module; its migrations run after those of the modules below. */
@Singleton
class OrdersSchema implements ModuleSchema {

    private static final int AFTER_SEARCH = 30;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int getOrder() {
        return AFTER_SEARCH;
    }
}
