package terrace.catalog.categories;

import jakarta.inject.Singleton;
import terrace.marketplace.database.ModuleSchema;

@Singleton
class CatalogSchema implements ModuleSchema {
    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public int getOrder() {
        return 1;
    }
}
