package terrace.catalog.categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class CategoriesTest {
    @Inject
    Categories categories;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_category_knows_its_path_and_its_children_in_order() {
        String name = name();
        Category root = define(name, null, 1);
        Category second = define(name + "-b", name, 2);
        Category first = define(name + "-a", name, 1);
        Category leaf = define(name + "-a-1", name + "-a", 1);
        assertThat(categories.childrenOf(root.id())).containsExactly(first, second);
        assertThat(categories.pathOf(leaf.id())).containsExactly(root, first, leaf);
        assertThat(categories.bySlug(name + "-a-1")).contains(leaf);
        assertThat(categories.roots()).contains(root).doesNotContain(first);
    }

    @Test
    void a_category_defined_again_is_renamed_in_place() {
        String name = name();
        Category before = define(name, null, 1);
        Category after = categories.define(new NewCategory(name, null, "茶", "Tea", 9));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(categories.byId(before.id()).orElseThrow().nameZh()).isEqualTo("茶");
    }

    @Test
    void nothing_stands_below_the_third_level_or_an_unknown_category() {
        String name = name();
        define(name, null, 1);
        define(name + "-2", name, 1);
        define(name + "-3", name + "-2", 1);
        assertThatThrownBy(() -> define(name + "-4", name + "-3", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> define(name + "-5", name + "-x", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_category_whose_transaction_fails_was_never_there() {
        String name = name();
        assertThatThrownBy(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
                    define(name, null, 1);
                    assertThat(categories.bySlug(name)).isPresent();
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(categories.bySlug(name)).isEmpty();
    }

    @Test
    void a_category_counts_the_listings_of_those_below_it() {
        Category root = category(Ids.next(), null, 1);
        Category leaf = category(Ids.next(), root.id(), 2);
        CategoryTree tree = new CategoryTree(List.of(root, leaf), Map.of(root.id(), 1, leaf.id(), 2), List.of());
        assertThat(tree.byId(root.id()).orElseThrow().listings()).isEqualTo(3);
        assertThat(tree.byId(leaf.id()).orElseThrow().listings()).isEqualTo(2);
    }

    private static Category category(UUID id, @Nullable UUID parent, int level) {
        return new Category(id, parent, "s" + level, "米", "Rice", level, 1, 0, false, null, null, null, 1);
    }

    private Category define(String slug, @Nullable String parent, int position) {
        return categories.define(new NewCategory(slug, parent, "米", "Rice", position));
    }

    private static String name() {
        return "t" + Ids.next().toString().replace("-", "");
    }
}
