package terrace.catalog.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.Shaping.Fault;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class AssortmentTest {
    private static final UUID OPERATOR = Ids.next();
    private static final List<Choice> GRADES = List.of(new Choice("特级", "Extra"), new Choice("一级", "First"));

    @Inject
    Assortment assortment;

    @Inject
    Categories categories;

    @Inject
    Audit audit;

    @Test
    void an_added_category_is_there_at_once_and_once() {
        String slug = slug();
        assertThat(add(slug, null)).isInstanceOf(Shaping.Done.class);
        assertThat(add(slug, null)).isInstanceOf(Shaping.Done.class);
        assertThat(categories.bySlug(slug)).isPresent();
        assertThat(audit.ofSubject("category:" + slug, 10)).hasSize(1);
        assertThat(assortment.add(new NewCategory(slug, null, "别的", "Other", 1), OPERATOR))
                .isEqualTo(new Shaping.Refused<>(Set.of(Fault.SLUG_TAKEN)));
        assertThat(assortment.add(new NewCategory("Bad Slug", null, "", "x", 1), OPERATOR))
                .isEqualTo(new Shaping.Refused<>(Set.of(Fault.SLUG_FORM, Fault.NAME_LENGTH)));
        assertThat(add(slug + "-b", slug + "-nowhere")).isEqualTo(new Shaping.Refused<>(Set.of(Fault.PARENT_UNFIT)));
    }

    @Test
    void the_second_of_two_editors_sees_what_the_first_wrote() {
        Category seen = added(slug(), null);
        CategoryWords first = new CategoryWords("红米", "Red rice", 3, false, null, null, null);
        assertThat(assortment
                        .change(seen.slug(), seen.version(), first, OPERATOR)
                        .orElseThrow())
                .isInstanceOf(Shaping.Done.class);
        CategoryWords second = new CategoryWords("糙米", "Brown rice", 3, false, Freshness.KEEPS, null, null);
        Category present = categories.bySlug(seen.slug()).orElseThrow();
        assertThat(assortment
                        .change(seen.slug(), seen.version(), second, OPERATOR)
                        .orElseThrow())
                .isEqualTo(new Shaping.Conflict<>(present));
        assertThat(present.nameZh()).isEqualTo("红米");
        // the same again is no conflict: it is as wanted
        assertThat(assortment
                        .change(seen.slug(), seen.version(), first, OPERATOR)
                        .orElseThrow())
                .isInstanceOf(Shaping.Done.class);
    }

    @Test
    void of_two_who_save_at_once_one_holds() throws Exception {
        Category seen = added(slug(), null);
        List<Shaping<Category>> answers = together(
                () -> assortment
                        .change(
                                seen.slug(),
                                seen.version(),
                                new CategoryWords("甲", "A", 1, false, null, null, null),
                                OPERATOR)
                        .orElseThrow(),
                () -> assortment
                        .change(
                                seen.slug(),
                                seen.version(),
                                new CategoryWords("乙", "B", 1, false, null, null, null),
                                OPERATOR)
                        .orElseThrow());
        assertThat(answers).hasAtLeastOneElementOfType(Shaping.Done.class);
        assertThat(answers).hasAtLeastOneElementOfType(Shaping.Conflict.class);
        assertThat(categories.bySlug(seen.slug()).orElseThrow().version()).isEqualTo(seen.version() + 1);
    }

    @Test
    void what_is_below_a_retired_category_takes_no_goods() {
        Category root = added(slug(), null);
        Category leaf = added(root.slug() + "-a", root.slug());
        assertThat(categories.takesGoods(leaf.id())).isTrue();
        CategoryWords retired = new CategoryWords(root.nameZh(), root.nameEn(), 1, true, null, null, null);
        var _ = assortment.change(root.slug(), root.version(), retired, OPERATOR);
        assertThat(categories.takesGoods(leaf.id())).isFalse();
        assertThat(categories.roots()).extracting(Category::slug).doesNotContain(root.slug());
        assertThat(categories.bySlug(root.slug())).isPresent();
        assertThat(add(root.slug() + "-b", root.slug())).isInstanceOf(Shaping.Refused.class);
    }

    @Test
    void a_category_asks_what_those_above_it_ask_and_is_as_fresh() {
        Category root = added(slug(), null);
        Category leaf = added(root.slug() + "-a", root.slug());
        Attribute grade = asked(root, Kind.CHOICE, words("等级", "", true, GRADES));
        Attribute sweet = asked(leaf, Kind.NUMBER, words("糖度", "°Bx", false, List.of()));
        assertThat(categories.attributesOf(leaf.id())).containsExactly(grade, sweet);
        assertThat(categories.attributesOf(root.id())).containsExactly(grade);
        var _ = assortment.change(
                root.slug(),
                root.version(),
                new CategoryWords(root.nameZh(), root.nameEn(), 1, false, Freshness.PERISHES, null, null),
                OPERATOR);
        assertThat(categories.freshnessOf(leaf.id())).isEqualTo(Freshness.PERISHES);
    }

    @Test
    void a_category_is_in_a_group_that_exists_or_in_that_of_the_one_above() {
        Category root = added(slug(), null);
        Category leaf = added(root.slug() + "-a", root.slug());
        CategoryWords grouped = new CategoryWords(root.nameZh(), root.nameEn(), 1, false, null, "3008", null);
        var _ = assortment.change(root.slug(), root.version(), grouped, OPERATOR);
        assertThat(categories.classificationOf(leaf.id())).contains("3008");
        CategoryWords own = new CategoryWords(leaf.nameZh(), leaf.nameEn(), 1, false, null, "3009", null);
        var _ = assortment.change(leaf.slug(), leaf.version(), own, OPERATOR);
        assertThat(categories.classificationOf(leaf.id())).contains("3009");
        Category now = categories.bySlug(leaf.slug()).orElseThrow();
        CategoryWords unknown = new CategoryWords(leaf.nameZh(), leaf.nameEn(), 1, false, null, "3011", null);
        assertThat(assortment.change(leaf.slug(), now.version(), unknown, OPERATOR))
                .contains(new Shaping.Refused<>(Set.of(Fault.CLASSIFICATION)));
        assertThat(assortment.add(new NewCategory(leaf.slug() + "b", root.slug(), "米", "Rice", 1, "2900"), OPERATOR))
                .isEqualTo(new Shaping.Refused<>(Set.of(Fault.CLASSIFICATION)));
    }

    @Test
    void goods_go_the_way_the_nearest_category_says_and_up_where_none_does() {
        Category root = added(slug(), null);
        Category branch = added(root.slug() + "-a", root.slug());
        Category leaf = added(branch.slug() + "-b", branch.slug());
        assertThat(categories.directionOf(leaf.id())).isEqualTo(Direction.UP);
        send(branch, Direction.DOWN);
        assertThat(categories.directionOf(leaf.id())).isEqualTo(Direction.DOWN);
        assertThat(categories.directionOf(root.id())).isEqualTo(Direction.UP);
        assertThat(categories.heads(Direction.DOWN))
                .extracting(Category::slug)
                .contains(branch.slug())
                .doesNotContain(leaf.slug());
        send(leaf, Direction.UP);
        assertThat(categories.going(Direction.DOWN)).contains(branch.id()).doesNotContain(leaf.id());
    }

    private void send(Category category, Direction direction) {
        CategoryWords words = new CategoryWords(category.nameZh(), category.nameEn(), 1, false, null, null, direction);
        assertThat(assortment.change(category.slug(), category.version(), words, OPERATOR))
                .containsInstanceOf(Shaping.Done.class);
    }

    @Test
    void renaming_a_category_keeps_its_group() {
        String slug = slug();
        categories.define(new NewCategory(slug, null, "米", "Rice", 1, "3008"));
        Category after = categories.define(new NewCategory(slug, null, "大米", "Rice", 2));
        assertThat(after.classification()).isEqualTo("3008");
    }

    @Test
    void no_two_attributes_of_a_way_down_have_one_name() {
        Category root = added(slug(), null);
        Category leaf = added(root.slug() + "-a", root.slug());
        asked(leaf, Kind.TEXT, words("等级", "", false, List.of()));
        assertThat(assortment
                        .ask(Ids.next(), root.slug(), Kind.CHOICE, words("等级", "", true, GRADES), OPERATOR)
                        .orElseThrow())
                .isEqualTo(new Shaping.Refused<>(Set.of(Fault.NAME_TAKEN)));
    }

    @Test
    void an_attribute_is_asked_once_and_changed_with_care() {
        Category root = added(slug(), null);
        UUID id = Ids.next();
        AttributeWords grade = words("等级", "", false, GRADES);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(assortment
                            .ask(id, root.slug(), Kind.CHOICE, grade, OPERATOR)
                            .orElseThrow())
                    .isInstanceOf(Shaping.Done.class);
        }
        assertThat(assortment.ofCategory(root.id())).hasSize(1);
        AttributeWords wider = words("品级", "", true, List.of(GRADES.getFirst(), new Choice("二级", "Second")));
        assertThat(assortment.change(root.slug(), id, 1, wider, OPERATOR).orElseThrow())
                .isInstanceOf(Shaping.Done.class);
        assertThat(assortment.change(root.slug(), id, 1, grade, OPERATOR).orElseThrow())
                .isInstanceOf(Shaping.Conflict.class);
        assertThat(assortment.change(slug(), id, 2, grade, OPERATOR)).isEmpty();
        assertThat(assortment
                        .change(root.slug(), id, 2, words("品级", "kg", true, List.of()), OPERATOR)
                        .orElseThrow())
                .isEqualTo(new Shaping.Refused<>(Set.of(Fault.UNIT, Fault.CHOICES)));
        assertThat(categories.attributesOf(root.id()).getFirst().kind()).isEqualTo(Kind.CHOICE);
    }

    @Test
    void answers_are_kept_as_the_attribute_needs_them() {
        Category root = added(slug(), null);
        Attribute sweet = asked(root, Kind.NUMBER, words("糖度", "%", true, List.of()));
        assertThat(sweet.kept(" １３.５％ ")).isEqualTo("13.5");
        assertThat(sweet.problem("13.5")).isEmpty();
        assertThat(sweet.problem("很甜")).contains(Attribute.Problem.NOT_A_NUMBER);
        assertThat(sweet.problem("")).contains(Attribute.Problem.MISSING);
        Attribute waxed = asked(root, Kind.YES_NO, words("打蜡", "", false, List.of()));
        assertThat(waxed.kept("否")).isEqualTo(Attribute.NO);
        assertThat(waxed.problem("")).isEmpty();
        assertThat(waxed.problem("maybe")).contains(Attribute.Problem.NOT_A_CHOICE);
        Attribute note = asked(root, Kind.TEXT, words("说明", "", false, List.of()));
        assertThat(note.problem("长".repeat(61))).contains(Attribute.Problem.TOO_LONG);
    }

    private Attribute asked(Category category, Kind kind, AttributeWords words) {
        Shaping<Attribute> shaping = assortment
                .ask(Ids.next(), category.slug(), kind, words, OPERATOR)
                .orElseThrow();
        assertThat(shaping).isInstanceOf(Shaping.Done.class);
        return ((Shaping.Done<Attribute>) shaping).now();
    }

    private static AttributeWords words(String zh, String unit, boolean required, List<Choice> choices) {
        return new AttributeWords(zh, "Name", unit, required, false, 1, choices);
    }

    private Category added(String slug, @Nullable String parent) {
        add(slug, parent);
        return categories.bySlug(slug).orElseThrow();
    }

    private Shaping<Category> add(String slug, @Nullable String parent) {
        return assortment.add(new NewCategory(slug, parent, "米", "Rice", 1), OPERATOR);
    }

    private static String slug() {
        return "a" + Long.toString(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE, 36);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        try (var hands = Executors.newFixedThreadPool(2)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : hands.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
