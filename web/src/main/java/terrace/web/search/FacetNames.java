package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.Optional;
import terrace.catalog.categories.Categories;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.filters.Band;
import terrace.search.filters.Facet;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Doors;
import terrace.web.shop.Places;

/** What the values of filters are called. */
@Singleton
class FacetNames {
    private static final long KILOGRAM = 1_000;

    private final Categories categories;
    private final Regions regions;
    private final Places places;
    private final Pavilions pavilions;
    private final Campaigns campaigns;
    private final Merchants merchants;
    private final Words words;

    FacetNames(
            Categories categories,
            Regions regions,
            Places places,
            Pavilions pavilions,
            Campaigns campaigns,
            Merchants merchants,
            Words words) {
        this.categories = categories;
        this.regions = regions;
        this.places = places;
        this.pavilions = pavilions;
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.words = words;
    }

    /** Of the facet itself. */
    String title(Language language, Facet facet) {
        return words.say(language, "shop.facet." + facet.name());
    }

    /** Empty for a value nobody knows: such a filter is passed over. */
    Optional<String> of(Language language, Facet facet, String value) {
        boolean english = language.english();
        return switch (facet) {
            case CATEGORY -> categories.bySlug(value).map(category -> Doors.name(language, category));
            case PROVINCE -> province(language, value);
            case COUNTY -> regions.byCode(value).map(Region::name);
            case POOR, STOCK, FRESH -> Optional.of(words.say(language, "shop.facet." + facet + ".yes"));
            case PRICE, JIN, WEIGHT -> Band.read(value).map(band -> band(language, facet, band));
            case PROOF -> Optional.of(words.say(language, "certificates.kind." + value));
            case PAVILION -> pavilions.byCode(value).map(pavilion -> english ? pavilion.nameEn() : pavilion.name());
            case CAMPAIGN -> campaigns.bySlug(value).map(campaign -> english ? campaign.titleEn() : campaign.title());
            case MERCHANT -> merchants.byCode(value).map(Merchant::name);
            case DELIVERY -> province(language, value).map(name -> words.say(language, "shop.facet.DELIVERY.to", name));
        };
    }

    private Optional<String> province(Language language, String code) {
        return regions.byCode(code).filter(Region::isProvince).map(region -> places.province(language, code));
    }

    /** “20–50 元”; goods at the upper end belong to the next band, which is how everybody writes it. */
    private String band(Language language, Facet facet, Band band) {
        boolean weight = facet == Facet.WEIGHT;
        String unit = "shop.facet." + (weight ? "WEIGHT" : facet == Facet.JIN ? "JIN" : "PRICE");
        String from = weight ? weight(band.from()) : yuan(band.from());
        Long end = band.below();
        if (end == null) {
            return words.say(language, unit + ".from", from);
        }
        String below = weight ? weight(end) : yuan(end);
        return band.from() == 0
                ? words.say(language, unit + ".to", below)
                : words.say(language, unit + ".between", from, below);
    }

    private static String yuan(long fen) {
        return Money.yuan(fen).replaceFirst("\\.00$", "");
    }

    private static String weight(long grams) {
        return grams < KILOGRAM ? grams + " g" : Money.yuan(grams / 10).replaceFirst("\\.?0+$", "") + " kg";
    }
}
