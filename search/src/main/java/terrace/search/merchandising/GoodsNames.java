package terrace.search.merchandising;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.merchandising.Rule.Trait;

/** Finds goods by what they share as people call it, or by its code. */
@Singleton
class GoodsNames {
    private static final int MERCHANTS_MAX = 20;

    private final Categories categories;
    private final Regions regions;
    private final Merchants merchants;

    GoodsNames(Categories categories, Regions regions, Merchants merchants) {
        this.categories = categories;
        this.regions = regions;
        this.merchants = merchants;
    }

    /** The only ones that are called so, or have this code. */
    Optional<Called> only(Trait trait, String typed) {
        List<Called> called = called(trait, typed.strip());
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** All that are called so; where no merchant is, those who have it in their names. */
    List<Called> like(Trait trait, String typed) {
        String name = typed.strip();
        List<Called> called = called(trait, name);
        return called.isEmpty() && trait == Trait.MERCHANT && !name.isEmpty()
                ? merchants.search(name, null, MERCHANTS_MAX).stream()
                        .map(GoodsNames::merchant)
                        .toList()
                : called;
    }

    private List<Called> called(Trait trait, String name) {
        if (name.isEmpty()) {
            return List.of();
        }
        return switch (trait) {
            case CATEGORY ->
                categories
                        .bySlug(name)
                        .map(category -> List.of(same(name)))
                        .orElseGet(() -> categories.all().stream()
                                .filter(category -> isCalled(category, name))
                                .map(category -> same(category.slug()))
                                .toList());
            case PROVINCE ->
                regions.provinces().stream()
                        .filter(province -> isCalled(province, name))
                        .map(province -> same(province.code()))
                        .toList();
            case COUNTY ->
                regions.provinces().stream()
                        .flatMap(province -> counties(province, name))
                        .map(county -> same(county.code()))
                        .toList();
            case MERCHANT ->
                merchants
                        .byCode(name)
                        .map(merchant -> List.of(merchant(merchant)))
                        .orElseGet(() -> merchants.search(name, null, MERCHANTS_MAX).stream()
                                .filter(merchant -> merchant.name().equals(name))
                                .map(GoodsNames::merchant)
                                .toList());
        };
    }

    private static boolean isCalled(Category category, String name) {
        return category.nameZh().equals(name) || category.nameEn().equalsIgnoreCase(name);
    }

    private static boolean isCalled(Region province, String name) {
        return List.of(province.code(), province.name(), province.shortName()).contains(name);
    }

    /** With the province before it or without. */
    private Stream<Region> counties(Region province, String name) {
        String bare = name.replace(" ", "");
        return regions.counties(province.code()).stream()
                .filter(county -> county.code().equals(bare)
                        || county.name().equals(bare)
                        || bare.equals(province.name() + county.name())
                        || bare.equals(province.shortName() + county.name()));
    }

    private static Called same(String code) {
        return new Called(code, code);
    }

    private static Called merchant(Merchant merchant) {
        return new Called(merchant.code(), merchant.id().toString());
    }
}
