package terrace.catalog.categories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The whole tree as it was at one moment; never changed, so every thread may read it. */
class CategoryTree {
    private final Map<UUID, Category> byId = new LinkedHashMap<>();
    private final Map<String, Category> bySlug = new HashMap<>();
    private final Map<UUID, List<Category>> children = new HashMap<>();
    private final List<Category> roots = new ArrayList<>();

    private final Map<UUID, List<Attribute>> attributes = new HashMap<>();

    /**
     * @param parentsFirst in the order of siblings
     * @param asked attributes in their order; retired ones are left out
     */
    CategoryTree(List<Category> parentsFirst, Map<UUID, Integer> onShelf, List<Attribute> asked) {
        Map<UUID, Integer> sums = sums(parentsFirst, onShelf);
        for (Category bare : parentsFirst) {
            Category category = bare.counting(sums.getOrDefault(bare.id(), 0));
            byId.put(category.id(), category);
            bySlug.put(category.slug(), category);
            if (category.retired() && category.listings() == 0) {
                continue; // nobody has to walk past it
            }
            UUID parentId = category.parentId();
            (parentId == null ? roots : children.computeIfAbsent(parentId, id -> new ArrayList<>())).add(category);
        }
        asked.stream()
                .filter(attribute -> !attribute.retired())
                .forEach(attribute -> attributes
                        .computeIfAbsent(attribute.categoryId(), id -> new ArrayList<>())
                        .add(attribute));
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

    /** What goods of a category are asked, by it and by those above it; the most general first. */
    List<Attribute> askedOf(UUID id) {
        return pathOf(id).stream()
                .flatMap(category -> attributes.getOrDefault(category.id(), List.of()).stream())
                .toList();
    }

    /** What the categories above, below and itself ask. */
    List<Attribute> askedAround(UUID id) {
        return byId.keySet().stream()
                .filter(other -> isBelow(other, id) || isBelow(id, other))
                .flatMap(other -> attributes.getOrDefault(other, List.of()).stream())
                .toList();
    }

    private boolean isBelow(UUID id, UUID above) {
        return pathOf(id).stream().anyMatch(category -> category.id().equals(above));
    }

    boolean takesGoods(UUID id) {
        List<Category> path = pathOf(id);
        return !path.isEmpty() && path.stream().noneMatch(Category::retired);
    }

    Optional<String> classificationOf(UUID id) {
        return pathOf(id).reversed().stream()
                .map(Category::classification)
                .filter(Objects::nonNull)
                .findFirst();
    }

    Direction directionOf(UUID id) {
        return pathOf(id).reversed().stream()
                .map(Category::direction)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Direction.UP);
    }

    List<Category> heads(Direction direction) {
        return all().stream()
                .filter(category -> directionOf(category.id()) == direction)
                .filter(category -> {
                    UUID parentId = category.parentId();
                    return parentId == null || directionOf(parentId) != direction;
                })
                .toList();
    }

    Freshness freshnessOf(UUID id) {
        return pathOf(id).reversed().stream()
                .map(Category::freshness)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Freshness.DEPENDS);
    }
}
