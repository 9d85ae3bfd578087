package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/** Finds what people write in cells: a county by its code, its name, or province and name; a category by its path. */
@Singleton
class Places {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s/>＞、·-]+");

    private final Regions regions;
    private final Categories categories;
    private final Map<String, List<String>> counties = new HashMap<>();

    Places(Regions regions, Categories categories) {
        this.regions = regions;
        this.categories = categories;
        for (Region province : regions.provinces()) {
            for (Region county : regions.counties(province.code())) {
                know(county.name(), county.code());
                know(province.shortName() + county.name(), county.code());
                know(province.name() + county.name(), county.code());
            }
        }
    }

    private void know(String name, String code) {
        counties.computeIfAbsent(name, unseen -> new ArrayList<>()).add(code);
    }

    /** Codes of the counties that may be meant: one when it is clear. */
    List<String> counties(String text) {
        String packed = BETWEEN.matcher(text.strip()).replaceAll("");
        if (CODE.matcher(packed).matches()) {
            return regions.byCode(packed).filter(Region::isCounty).isPresent() ? List.of(packed) : List.of();
        }
        return counties.getOrDefault(packed, List.of()).stream().distinct().toList();
    }

    /** Categories whose path ends in the names given, as in “大米/红米”, or that have the slug. */
    List<Category> categories(String text) {
        String[] names = BETWEEN.split(text.strip(), -1);
        return categories.all().stream()
                .filter(category -> category.slug().equals(text.strip()) || endsIn(category, names))
                .toList();
    }

    private boolean endsIn(Category category, String[] names) {
        if (!category.nameZh().equals(names[names.length - 1])) {
            return false;
        }
        List<Category> path = categories.pathOf(category.id());
        for (int back = 1; back <= names.length; back++) {
            if (back > path.size() || !path.get(path.size() - back).nameZh().equals(names[names.length - back])) {
                return false;
            }
        }
        return true;
    }

    /** The path of names; the slug where two have the same path, so that what we write can be read again. */
    String path(Category category) {
        String path = String.join(
                "/",
                categories.pathOf(category.id()).stream().map(Category::nameZh).toList());
        return categories(path).size() == 1 ? path : category.slug();
    }

    String county(String code) {
        return regions.path(code);
    }
}
