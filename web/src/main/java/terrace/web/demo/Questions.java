package terrace.web.demo;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.AttributeWords;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.CategoryWords;
import terrace.catalog.categories.Direction;
import terrace.catalog.categories.Freshness;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.Facts.Question;

/** What each kind of goods is asked, and what the demo's goods answer. */
@Singleton
class Questions {
    private final Assortment assortment;
    private final Categories categories;
    private volatile Map<UUID, Question> asked = Map.of();

    Questions(Assortment assortment, Categories categories) {
        this.assortment = assortment;
        this.categories = categories;
    }

    /** Asks what is not asked yet; what an operator changed stays. */
    void ask(Facts facts, UUID operator) {
        Map<UUID, Question> all = new HashMap<>();
        int position = 0;
        for (Question question : facts.questions()) {
            all.put(question.id(), question);
            AttributeWords words = new AttributeWords(
                    question.zh(),
                    question.en(),
                    question.unit(),
                    question.required(),
                    false,
                    position++,
                    question.choices().stream().map(Questions::choice).toList());
            var _ = assortment.ask(
                    question.id(), question.category(), Attribute.Kind.valueOf(question.kind()), words, operator);
        }
        asked = Map.copyOf(all);
        facts.freshness()
                .forEach((slug, freshness) -> categories
                        .bySlug(slug)
                        .filter(category -> category.freshness() == null)
                        .ifPresent(category ->
                                change(category, Freshness.valueOf(freshness), category.direction(), operator)));
        Facts.directions()
                .forEach((slug, direction) -> categories
                        .bySlug(slug)
                        .filter(category -> category.direction() == null)
                        .ifPresent(category ->
                                change(category, category.freshness(), Direction.valueOf(direction), operator)));
    }

    private void change(
            Category category, @Nullable Freshness freshness, @Nullable Direction direction, UUID operator) {
        CategoryWords words = category.words();
        var _ = assortment.change(
                category.slug(),
                category.version(),
                new CategoryWords(
                        words.nameZh(),
                        words.nameEn(),
                        words.position(),
                        words.retired(),
                        freshness,
                        words.classification(),
                        direction),
                operator);
    }

    private static Choice choice(String words) {
        List<String> both = List.of(words.split(":", 2));
        return new Choice(both.getFirst(), both.getLast());
    }

    /** By attribute; what an operator added is left to the merchants. */
    Map<UUID, String> answers(UUID categoryId, UUID listingId) {
        Map<UUID, String> answers = new HashMap<>();
        for (Attribute attribute : categories.attributesOf(categoryId)) {
            Question question = asked.get(attribute.id());
            if (question != null) {
                answers.put(attribute.id(), question.answer(listingId));
            }
        }
        return answers;
    }
}
