package terrace.web.goods;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Freshness;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.catalog.media.Motif;
import terrace.marketplace.ids.Ids;
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

    /** Categories that have none below them and take goods, and the present one; each with the path to it. */
    List<Choice> categories(Language language, String present) {
        List<Choice> leaves = new ArrayList<>();
        for (Category category : categories.all()) {
            if (categories.childrenOf(category.id()).isEmpty()
                    && (categories.takesGoods(category.id())
                            || category.id().toString().equals(present))) {
                leaves.add(new Choice(category.id().toString(), path(language, category)));
            }
        }
        return leaves;
    }

    /** What goods of a category are asked; nothing where it is not there. */
    List<Attribute> asked(String categoryId) {
        return Ids.read(categoryId).map(categories::attributesOf).orElse(List.of());
    }

    Freshness freshness(String categoryId) {
        return Ids.read(categoryId).map(categories::freshnessOf).orElse(Freshness.DEPENDS);
    }

    /** An attribute as a control of the form. */
    Asked asked(Language language, Attribute attribute) {
        String name = language.english() ? attribute.nameEn() : attribute.nameZh();
        String measured = attribute.unit().isEmpty()
                ? name
                : words.say(language, "goods.attributes.unit", name, attribute.unit());
        List<Choice> answers = new ArrayList<>();
        if (attribute.kind() == Kind.YES_NO) {
            answers.add(new Choice(Attribute.YES, words.say(language, "shop.yes")));
            answers.add(new Choice(Attribute.NO, words.say(language, "shop.no")));
        }
        attribute
                .choices()
                .forEach(
                        choice -> answers.add(new Choice(choice.zh(), language.english() ? choice.en() : choice.zh())));
        if (!answers.isEmpty()) {
            answers.addFirst(new Choice("", words.say(language, "goods.attributes.none")));
        }
        return new Asked(
                ListingForm.field(attribute),
                attribute.required() ? measured : words.say(language, "goods.attributes.optional", measured),
                answers);
    }

    /** @param answers to choose from; empty where something is to be written */
    record Asked(String field, String label, List<Choice> answers) {}

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
