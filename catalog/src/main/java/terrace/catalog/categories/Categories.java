package terrace.catalog.categories;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tree of goods; read from memory, at most half a minute behind other nodes. */
@Singleton
public class Categories {

    Categories() {}

    public List<Category> roots() {
        throw new UnsupportedOperationException();
    }

    public Optional<Category> byId(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Category> bySlug(String slug) {
        throw new UnsupportedOperationException();
    }

    public List<Category> childrenOf(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** From the root down to the category itself; empty when there is no such category. */
    public List<Category> pathOf(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Parents before children, siblings in their order. */
    public List<Category> all() {
        throw new UnsupportedOperationException();
    }

    /** Adds the category or, when its slug is known, renames and reorders it. Its parent must be there already. */
    public Category define(NewCategory category) {
        throw new UnsupportedOperationException();
    }
}
