package terrace.web.goods;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.GoodsState;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.desk.OwnListing;
import terrace.catalog.listings.Slice;
import terrace.catalog.listings.Status;
import terrace.marketplace.filters.SavedFilter;
import terrace.marketplace.filters.SavedFilters;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.web.merchant.KeptFilters;
import terrace.web.pages.ListingPicture;

/** A merchant's list of goods, by state and by a word of the title. */
@Singleton
class GoodsLists {
    private static final int PAGE_SIZE = 30;
    private static final int WORD_CHARS_MAX = 20;

    private final OwnGoods goods;
    private final SavedFilters filters;

    GoodsLists(OwnGoods goods, SavedFilters filters) {
        this.goods = goods;
        this.filters = filters;
    }

    ListPage page(
            UUID reader,
            Merchant merchant,
            @Nullable String state,
            @Nullable String q,
            @Nullable String after,
            @Nullable String kept) {
        GoodsState wanted = Arrays.stream(GoodsState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(GoodsState.ALL);
        String typed = q == null ? "" : q.strip();
        String word = typed.substring(0, Math.min(WORD_CHARS_MAX, typed.length()));
        UUID beyond = after == null ? null : Ids.read(after).orElse(null);
        Slice<OwnListing> slice = goods.page(merchant.id(), wanted, word, beyond, PAGE_SIZE);
        String here = "/merchant/listings?state=" + wanted.name()
                + (word.isEmpty() ? "" : "&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
        return new ListPage(
                slice.items().stream().map(GoodsLists::row).toList(),
                Arrays.stream(GoodsState.values())
                        .map(each -> new Tab(each.name(), each == wanted))
                        .toList(),
                wanted.name(),
                word,
                new KeptFilters(
                        "/merchant/listings/filters",
                        "/merchant/listings",
                        filters.of(reader, SavedFilter.Place.LISTINGS),
                        List.of(new KeptFilters.Asked("state", wanted.name()), new KeptFilters.Asked("q", word)),
                        KeptFilters.problem(kept)),
                slice.nextAfter() == null ? null : here + "&after=" + slice.nextAfter(),
                beyond == null ? null : here);
    }

    private static Row row(OwnListing listing) {
        return new Row(
                listing.id(),
                listing.title(),
                ListingPicture.small(listing.motif(), listing.countyCode(), listing.id()),
                listing.status() != Status.PUBLISHED ? listing.status().name() : listing.onShelf() ? "ON_SALE" : "OFF",
                listing.version(),
                listing.priceFen(),
                listing.sold(),
                !listing.inStock() && listing.status() == Status.PUBLISHED,
                listing.waiting() && listing.status() == Status.PUBLISHED,
                listing.low());
    }

    /** @param state words are at {@code goods.state.<state>} */
    record Tab(String state, boolean chosen) {}

    record Row(
            UUID id,
            String title,
            String picture,
            String state,
            long version,
            long priceFen,
            long sold,
            boolean soldOut,
            boolean waiting,
            boolean low) {}

    /** @param q a word of the title, empty for any */
    record ListPage(
            List<Row> rows,
            List<Tab> tabs,
            String state,
            String q,
            KeptFilters kept,
            @Nullable String next,
            @Nullable String first) {}
}
