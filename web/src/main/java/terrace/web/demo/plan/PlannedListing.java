package terrace.web.demo.plan;

import java.util.List;
import java.util.UUID;
import terrace.web.demo.plan.Facts.Goods;
import terrace.web.demo.plan.Facts.Seller;

/** A listing as it will be offered; ids are the same at every building of the market. */
public record PlannedListing(
        UUID id,
        Seller seller,
        Goods goods,
        String title,
        String story,
        String county,
        String village,
        String season,
        List<PlannedSku> skus) {

    public record PlannedSku(UUID id, String name, long priceFen, int grams, String code, int stock) {}
}
