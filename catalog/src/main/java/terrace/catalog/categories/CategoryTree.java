package terrace.catalog.categories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The whole tree as it was at one moment; never changed, so every thread may read it. */
class CategoryTree {
    private final Map<UUID, Category> byId = new LinkedHashMap<>();
    private final Map<String, Category> bySlug = new HashMap<>();
    private final Map<UUID, List<Category>> children = new HashMap<>();
    private final List<Category> roots = new ArrayList<>();

    /** @param parentsFirst in the order of siblings */
    CategoryTree(List<Category> parentsFirst, Map<UUID, Integer> onShelf) {
        Map<UUID, Integer> sums = sums(parentsFirst, onShelf);
        for (Category bare : parentsFirst) {
            Category category = counted(bare, sums.getOrDefault(bare.id(), 0));
            byId.put(category.id(), category);
            bySlug.put(category.slug(), category);
            UUID parentId = category.parentId();
            (parentId == null ? roots : children.computeIfAbsent(parentId, id -> new ArrayList<>())).add(category);
        }
    }

    List<Category> roots() {
        return List.copyOf(roots);
    }

    List<Category> all() {
        return List.copyOf(byId.values());
    }

    Optional<Category> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Category> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    List<Category> childrenOf(UUID id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    List<Category> pathOf(UUID id) {
        List<Category> path = new ArrayList<>();
        Category category = byId.get(id);
        while (category != null) {
            path.addFirst(category);
            UUID parentId = category.parentId();
            category = parentId == null ? null : byId.get(parentId);
        }
        return List.copyOf(path);
    }

    private static Map<UUID, Integer> sums(List<Category> parentsFirst, Map<UUID, Integer> onShelf) {
        Map<UUID, Integer> sums = new HashMap<>(onShelf);
        for (Category category : parentsFirst.reversed()) {
            UUID parentId = category.parentId();
            if (parentId != null) {
                sums.merge(parentId, sums.getOrDefault(category.id(), 0), Integer::sum);
            }
        }
        return sums;
    }

    private static Category counted(Category bare, int listings) {
        return new Category(
                bare.id(),
                bare.parentId(),
                bare.slug(),
                bare.nameZh(),
                bare.nameEn(),
                bare.level(),
                bare.position(),
                listings);
    }
}
