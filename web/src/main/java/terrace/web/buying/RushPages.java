package terrace.web.buying;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.FlashSales;
import terrace.marketplace.ids.Ids;
import terrace.orders.checkout.Extras;
import terrace.orders.checkout.Placement.ShortLine;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Visitor;

/**
 * What those see whom the till turns away in a rush: one small page for all of them, made once in a while, with a form
 * that sends again what each had typed. Nothing is asked of the database for one reader.
 */
@Singleton
class RushPages {
    /** Together with what the gate remembers, figures are three seconds old at most. */
    private static final int SECONDS = 2;

    /** What the till's own page writes is no longer: a hundred ids, each with a day. */
    private static final int VALUE_CHARACTERS_MAX = 5_000;

    private static final int NAME_CHARACTERS_MAX = 60;
    private static final Set<String> FIELDS = Set.of(
            "purchase", "address", "known-address", "skus", "early", "total", "points", "donate", "donation", "by");

    private final FlashSales flashes;
    private final Pages pages;

    RushPages(FlashSales flashes, Pages pages) {
        this.flashes = flashes;
        this.pages = pages;
    }

    /** @param gone empty when nobody can say: too many stood in line */
    HttpResponse<?> turnedAway(Visitor visitor, List<ShortLine> gone, Map<String, String> typed) {
        String key = "rush"
                + gone.stream().map(line -> line.skuId().toString()).sorted().collect(Collectors.joining(","));
        return pages.showAgain(visitor, key, SECONDS, "buying/rush", () -> page(gone), Form.of(carried(typed)))
                .status(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private RushPage page(List<ShortLine> gone) {
        Set<UUID> skuIds = gone.stream().map(ShortLine::skuId).collect(Collectors.toSet());
        Map<UUID, FlashOffer> offers = flashes.openOf(skuIds).stream()
                .collect(Collectors.toMap(FlashOffer::skuId, offer -> offer, (one, other) -> one));
        return new RushPage(gone.stream()
                .map(line -> new Line(line.title(), line.skuName(), offers.get(line.skuId())))
                .toList());
    }

    /** The till's own fields, of the length it writes them. */
    private static Map<String, String> carried(Map<String, String> typed) {
        Map<String, String> carried = new HashMap<>();
        typed.forEach((name, value) -> {
            boolean coupon = name.startsWith(CheckoutChoice.COUPON)
                    && name.length() <= NAME_CHARACTERS_MAX
                    && carried.size() < Extras.COUPONS_MAX
                    && Ids.read(value).isPresent();
            if (coupon || (FIELDS.contains(name) && value.length() <= VALUE_CHARACTERS_MAX)) {
                carried.put(name, value);
            }
        });
        return carried;
    }

    /** @param lines what is gone; none when there were only too many people */
    record RushPage(List<Line> lines) {}

    /** @param offer null when it is in no session now */
    record Line(String title, String size, @Nullable FlashOffer offer) {}
}
