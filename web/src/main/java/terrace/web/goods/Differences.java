package terrace.web.goods;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Sku;
import terrace.catalog.moderation.Change;
import terrace.catalog.moderation.Change.Field;
import terrace.marketplace.money.Money;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Answers;
import terrace.web.shop.Places;

/** Says in words where two versions of a listing differ, field by field. */
@Singleton
class Differences {
    private static final int PERCENT = 100;

    private final Choices choices;
    private final Places places;
    private final Answers answers;
    private final Words words;

    Differences(Choices choices, Places places, Answers answers, Words words) {
        this.answers = answers;
        this.choices = choices;
        this.places = places;
        this.words = words;
    }

    /** What an operator is asked to look at. */
    List<Difference> of(Language language, Listing listing, List<Change> changes) {
        Map<UUID, String> sizes = listing.skus().stream().collect(Collectors.toMap(Sku::id, Sku::name));
        return changes.stream()
                .map(change -> change.skuId() == null
                        ? plain(
                                language,
                                change.field().name(),
                                text(language, change.field(), change.before()),
                                text(language, change.field(), change.after()))
                        : priced(language, sizes.getOrDefault(change.skuId(), ""), change))
                .toList();
    }

    /** What two people who edited at once want differently. */
    List<Difference> of(Language language, NewListing theirs, NewListing mine) {
        List<Difference> all = new ArrayList<>();
        all.add(plain(language, "TITLE", theirs.title(), mine.title()));
        all.add(plain(
                language,
                "CATEGORY",
                choices.category(language, theirs.about().categoryId()),
                choices.category(language, mine.about().categoryId())));
        all.add(plain(language, "STORY", theirs.about().story(), mine.about().story()));
        all.add(plain(
                language,
                "COUNTY",
                text(language, Field.COUNTY, theirs.about().origin().countyCode()),
                text(language, Field.COUNTY, mine.about().origin().countyCode())));
        all.add(plain(
                language,
                "VILLAGE",
                theirs.about().origin().village(),
                mine.about().origin().village()));
        all.add(plain(
                language,
                "PICTURE",
                text(language, Field.PICTURE, theirs.about().looks().motif()),
                text(language, Field.PICTURE, mine.about().looks().motif())));
        all.add(plain(
                language,
                "CERTIFICATES",
                theirs.about().proof().certificates(),
                mine.about().proof().certificates()));
        all.addAll(keeping(language, theirs.about().keeping(), mine.about().keeping()));
        all.add(plain(language, "ATTRIBUTES", said(language, theirs), said(language, mine)));
        all.add(plain(language, "SIZES", sizes(language, theirs), sizes(language, mine)));
        return all.stream()
                .filter(difference -> !Objects.equals(difference.before(), difference.after()))
                .toList();
    }

    private Difference plain(Language language, String field, String before, String after) {
        return new Difference(words.say(language, "goods.field." + field), before, after, null);
    }

    private Difference priced(Language language, String size, Change change) {
        long before = Money.perJin(Change.fen(change.before()), Change.grams(change.before()));
        long after = Money.perJin(Change.fen(change.after()), Change.grams(change.after()));
        @Nullable
        String note =
                before == 0 ? null : words.say(language, "goods.difference.rises", (after - before) * PERCENT / before);
        return new Difference(
                words.say(language, "goods.field.PRICE") + " " + size,
                price(language, change.before()),
                price(language, change.after()),
                note);
    }

    private String price(Language language, String priced) {
        return words.say(
                language,
                "goods.difference.price",
                Money.grouped(Change.fen(priced)),
                Long.toString(Change.grams(priced)));
    }

    private String text(Language language, Field field, String value) {
        return switch (field) {
            case COUNTY -> value.length() == 6 ? places.origin(language, value) : value;
            case PICTURE -> choices.motif(language, value);
            case PHOTOS ->
                words.say(language, "goods.difference.photos", value.lines().count());
            case TITLE, VILLAGE, CERTIFICATES, PRICE -> value;
        };
    }

    private String said(Language language, NewListing listing) {
        return answers.of(language, listing.about()).stream()
                .map(answer -> answer.label() + " " + answer.text())
                .collect(Collectors.joining("；"));
    }

    private List<Difference> keeping(Language language, Keeping theirs, Keeping mine) {
        return List.of(
                plain(
                        language,
                        "STORAGE",
                        words.say(language, "shop.storage." + theirs.storage()),
                        words.say(language, "shop.storage." + mine.storage())),
                plain(language, "SHELF_LIFE", days(language, theirs), days(language, mine)),
                plain(language, "SEASON", theirs.season(), mine.season()),
                plain(language, "HARVEST_TO_SHIP", hours(language, theirs), hours(language, mine)));
    }

    private String days(Language language, Keeping keeping) {
        return keeping.byWeight() ? words.say(language, "shop.listing.days", keeping.shelfLifeDays()) : "";
    }

    private String hours(Language language, Keeping keeping) {
        return keeping.harvestToShipHours() == 0
                ? ""
                : words.say(language, "shop.listing.within-hours", keeping.harvestToShipHours());
    }

    private String sizes(Language language, NewListing listing) {
        return listing.skus().stream().map(sku -> size(language, sku)).collect(Collectors.joining("；"));
    }

    private String size(Language language, NewSku sku) {
        return sku.name() + " " + price(language, sku.priceFen() + "/" + sku.grams());
    }
}
