package terrace.search.indexing;

import jakarta.inject.Singleton;
import terrace.marketplace.database.ModuleSchema;

@Singleton
class SearchSchema implements ModuleSchema {
    @Override
    public String name() {
        return "search";
    }

    @Override
    public int getOrder() {
        return 2;
    }
}
