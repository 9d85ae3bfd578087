package terrace.web.shop;

import jakarta.inject.Singleton;
import java.util.List;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.listings.Listing.About;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** What goods answer to what their category asks, in the reader's words; without a look into the database. */
@Singleton
public class Answers {
    private final Categories categories;
    private final Words words;

    Answers(Categories categories, Words words) {
        this.categories = categories;
        this.words = words;
    }

    public List<Answer> of(Language language, About about) {
        return categories.attributesOf(about.categoryId()).stream()
                .filter(attribute -> about.attributes().containsKey(attribute.id()))
                .map(attribute -> new Answer(
                        language.english() ? attribute.nameEn() : attribute.nameZh(),
                        text(language, attribute, about.attributes().getOrDefault(attribute.id(), ""))))
                .toList();
    }

    private String text(Language language, Attribute attribute, String kept) {
        return switch (attribute.kind()) {
            case TEXT -> kept;
            case NUMBER -> attribute.unit().isEmpty() ? kept : kept + " " + attribute.unit();
            case CHOICE ->
                attribute.choices().stream()
                        .filter(choice -> language.english() && choice.zh().equals(kept))
                        .map(Attribute.Choice::en)
                        .findFirst()
                        .orElse(kept);
            case YES_NO -> words.say(language, kept.equals(Attribute.YES) ? "shop.yes" : "shop.no");
        };
    }

    /** A question and what the goods say to it. */
    public record Answer(String label, String text) {}
}
