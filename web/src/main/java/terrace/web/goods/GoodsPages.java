package terrace.web.goods;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Freshness;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Review;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.web.pages.Form;
import terrace.web.pages.Language;

/** Gathers what a merchant's pages about goods show. */
@Singleton
class GoodsPages {
    private final OwnGoods goods;
    private final Listings listings;
    private final Moderation moderation;
    private final Choices choices;
    private final Differences differences;

    GoodsPages(OwnGoods goods, Listings listings, Moderation moderation, Choices choices, Differences differences) {
        this.goods = goods;
        this.listings = listings;
        this.moderation = moderation;
        this.choices = choices;
        this.differences = differences;
    }

    /** What a new listing's form begins with: the merchant's own county, and one size. */
    Map<String, String> blank(Merchant merchant) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", Ids.next().toString());
        fields.put("province", merchant.countyCode().substring(0, 2));
        fields.put("countyCode", merchant.countyCode());
        return ListingForm.withRow(fields);
    }

    FreshPage fresh(Language language, Merchant merchant, Form form) {
        return new FreshPage(merchant.name(), form, options(language, merchant.id(), form));
    }

    EditPage edit(Language language, Listing listing, Form form, @Nullable String saved, @Nullable Clash clash) {
        Review latest = moderation.latest(listing.id()).orElse(null);
        boolean waiting = latest != null && latest.state() == Review.State.PENDING;
        return new EditPage(
                listing.id(),
                listing.title(),
                state(listing),
                listing.onShelf(),
                listings.offShelfReasons(listing.id()).contains(OffShelfReason.OWN_CHOICE),
                listing.version(),
                form,
                options(language, listing.merchantId(), form),
                waiting && latest != null ? differences.of(language, listing, latest.changes()) : List.of(),
                latest != null && latest.state() == Review.State.RETURNED ? latest.reason() : null,
                saved,
                clash);
    }

    Clash clash(Language language, NewListing theirs, NewListing mine) {
        return new Clash(differences.of(language, theirs, mine));
    }

    /** What goods of the category chosen are asked. */
    List<Attribute> asked(Map<String, String> typed) {
        return choices.asked(typed.getOrDefault("category", ""));
    }

    /** The form again, with what was asked of it: one more size, other counties, another category's questions. */
    Map<String, String> reshown(Map<String, String> typed) {
        if (typed.containsKey("add-size")) {
            return ListingForm.withRow(typed);
        }
        Map<String, String> again = new HashMap<>(typed);
        if (typed.containsKey("change-category")
                && choices.freshness(typed.getOrDefault("category", "")) == Freshness.PERISHES) {
            again.put("perishable", "true");
        }
        return again;
    }

    private Options options(Language language, UUID merchantId, Form form) {
        List<Choice> kinds = choices.categories(language, form.value("category"));
        String category = form.value("category").isEmpty() && !kinds.isEmpty()
                ? kinds.getFirst().value()
                : form.value("category");
        return new Options(
                kinds,
                choices.asked(category).stream()
                        .map(attribute -> choices.asked(language, attribute))
                        .toList(),
                choices.freshness(category).name(),
                choices.counties(form.value("province")),
                choices.motifs(language),
                choices.storages(language),
                choices.vatKinds(language),
                Choices.freight(goods.templates(merchantId)),
                IntStream.range(0, Math.max(1, ListingForm.rows(form.values())))
                        .mapToObj(row -> "sku-" + row)
                        .toList());
    }

    private static String state(Listing listing) {
        return listing.status() != Status.PUBLISHED ? listing.status().name() : listing.onShelf() ? "ON_SALE" : "OFF";
    }

    /** @param rows prefixes of the fields of each size */
    record Options(
            List<Choice> categories,
            List<Choices.Asked> attributes,
            String freshness,
            List<Choice> counties,
            List<Choice> motifs,
            List<Choice> storages,
            List<Choice> vatKinds,
            List<Choice> freight,
            List<String> rows) {}

    record FreshPage(String merchant, Form form, Options options) {}

    /** What somebody else saved meanwhile, beside what was typed. */
    record Clash(List<Difference> differences) {}

    /**
     * @param waiting what of it an operator has yet to look at
     * @param returned why an operator returned it the last time, null when not
     */
    record EditPage(
            UUID id,
            String title,
            String state,
            boolean onShelf,
            boolean ownChoice,
            long version,
            Form form,
            Options options,
            List<Difference> waiting,
            @Nullable String returned,
            @Nullable String saved,
            @Nullable Clash clash) {}
}
