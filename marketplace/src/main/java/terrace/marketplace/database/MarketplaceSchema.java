package terrace.marketplace.database;

import jakarta.inject.Singleton;

@Singleton
class MarketplaceSchema implements ModuleSchema {
    @Override
    public String name() {
        return "marketplace";
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
