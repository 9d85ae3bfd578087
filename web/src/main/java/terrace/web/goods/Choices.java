package terrace.web.goods;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.catalog.media.Motif;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Doors;

/** What a merchant may choose from when listing goods. */
@Singleton
class Choices {
    private final Categories categories;
    private final Regions regions;
    private final Words words;

    Choices(Categories categories, Regions regions, Words words) {
        this.categories = categories;
        this.regions = regions;
        this.words = words;
    }

    /** Categories that have none below them, each with the path to it. */
    List<Choice> categories(Language language) {
        List<Choice> leaves = new ArrayList<>();
        for (Category category : categories.all()) {
            if (categories.childrenOf(category.id()).isEmpty()) {
                leaves.add(new Choice(category.id().toString(), path(language, category)));
            }
        }
        return leaves;
    }

    /** The path of a category; empty where it is gone. */
    String category(Language language, UUID id) {
        return categories.byId(id).map(category -> path(language, category)).orElse("");
    }

    private String path(Language language, Category category) {
        return categories.pathOf(category.id()).stream()
                .map(step -> Doors.name(language, step))
                .collect(Collectors.joining(" › "));
    }

    List<Choice> counties(String provinceCode) {
        return regions.counties(provinceCode).stream()
                .map(county -> new Choice(county.code(), county.name()))
                .toList();
    }

    List<Choice> motifs(Language language) {
        return Arrays.stream(Motif.values())
                .map(motif -> new Choice(motif.code(), words.say(language, "goods.motif." + motif.code())))
                .toList();
    }

    /** The name of a picture; its code where the listing keeps one that is drawn no more. */
    String motif(Language language, String code) {
        return Motif.byCode(code).isEmpty() ? code : words.say(language, "goods.motif." + code);
    }

    List<Choice> storages(Language language) {
        return Arrays.stream(Storage.values())
                .map(storage -> new Choice(storage.name(), words.say(language, "shop.storage." + storage.name())))
                .toList();
    }

    List<Choice> vatKinds(Language language) {
        return Arrays.stream(VatKind.values())
                .map(kind -> new Choice(kind.name(), words.say(language, "goods.vat." + kind.name())))
                .toList();
    }

    static List<Choice> freight(List<FreightTemplate> templates) {
        return templates.stream()
                .map(template -> new Choice(template.id().toString(), template.name()))
                .toList();
    }
}
