package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.money.Money;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Places;

/** Says why goods of a zone cannot be bought so. */
@Singleton
class ZoneSights {
    private final Pavilions pavilions;
    private final Places places;
    private final Sights sights;
    private final Words words;

    ZoneSights(Pavilions pavilions, Places places, Sights sights, Words words) {
        this.pavilions = pavilions;
        this.places = places;
        this.sights = sights;
        this.words = words;
    }

    /** By SKU, in the reader's words. */
    Map<UUID, String> sentences(Language language, Map<UUID, ZoneRefusal> refusals) {
        Map<UUID, String> found = new LinkedHashMap<>();
        refusals.forEach((sku, refusal) -> found.put(sku, sentence(language, refusal)));
        return found;
    }

    private String sentence(Language language, ZoneRefusal refusal) {
        String zone = pavilions
                .byCode(refusal.pavilionCode())
                .map(pavilion -> name(language, pavilion))
                .orElse("");
        return switch (refusal) {
            case ZoneRefusal.NotThere there ->
                words.say(language, "buying.zone.there", zone, names(language, there.provinces()));
            case ZoneRefusal.OthersFirst first ->
                words.say(
                        language,
                        "buying.zone.first",
                        zone,
                        names(language, first.provinces()),
                        sights.time(first.until()));
            case ZoneRefusal.TooDear dear ->
                words.say(
                        language,
                        "buying.zone.dear",
                        zone,
                        Money.grouped(dear.jinFen()),
                        Money.grouped(dear.jinFenMax()));
            case ZoneRefusal.TooMany many ->
                words.say(language, "buying.zone.many", zone, many.piecesMax(), many.days(), many.before());
        };
    }

    private static String name(Language language, Pavilion pavilion) {
        return language.english() ? pavilion.nameEn() : pavilion.name();
    }

    private String names(Language language, List<String> provinces) {
        return provinces.stream()
                .map(code -> places.province(language, code))
                .collect(Collectors.joining(language.english() ? ", " : "、"));
    }
}
