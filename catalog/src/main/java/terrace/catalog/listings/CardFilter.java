package terrace.catalog.listings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.ListingCard.Span;
import terrace.catalog.listings.ListingCard.Wanted;

/** Conditions on cards, as SQL and its parameters. Only cards on the shelf ever qualify. */
record CardFilter(List<String> conditions, List<Object> parameters) {
    private static final int WORDS_MAX = 8;

    CardFilter() {
        this(new ArrayList<>(List.of("on_shelf")), new ArrayList<>());
    }

    /** @param below the categories wanted, those that are there */
    static CardFilter of(Wanted wanted, List<Category> below) {
        CardFilter filter = new CardFilter()
                .belowAny(below)
                .from(wanted.provinceCodes(), wanted.countyCodes())
                .among(wanted.among())
                .withWords(wanted.text())
                .within("price_from_fen", wanted.priceFen())
                .within("per_jin_fen", wanted.perJinFen())
                .within("grams", wanted.grams());
        if (!wanted.perJinFen().isEmpty()) {
            filter.conditions.add("shelf_life_days > 0");
        }
        if (!wanted.merchantIds().isEmpty()) {
            filter.ofMerchants(wanted.merchantIds());
        }
        return wanted.inStockOnly() ? filter.inStock() : filter;
    }

    CardFilter below(Category category) {
        return and("category" + category.level() + "_id = ?", category.id());
    }

    CardFilter belowAny(List<Category> categories) {
        if (categories.size() == 1) {
            return below(categories.getFirst());
        }
        if (!categories.isEmpty()) {
            conditions.add(categories.stream()
                    .map(category -> "category" + category.level() + "_id = ?")
                    .collect(Collectors.joining(" or ", "(", ")")));
            categories.forEach(category -> parameters.add(category.id()));
        }
        return this;
    }

    /** Hanging on one of these themselves, whatever is below them. */
    CardFilter inAny(Set<UUID> categoryIds) {
        return and(
                "category_id = any(?::uuid[])",
                array(categoryIds.stream().map(UUID::toString).toList()));
    }

    /** Of one of the provinces or one of the counties. */
    CardFilter from(Set<String> provinceCodes, Set<String> countyCodes) {
        if (provinceCodes.size() == 1 && countyCodes.isEmpty()) {
            return inProvince(provinceCodes.iterator().next());
        }
        if (!provinceCodes.isEmpty() || !countyCodes.isEmpty()) {
            conditions.add("(province_code = any(?::text[]) or county_code = any(?::text[]))");
            parameters.add(array(provinceCodes));
            parameters.add(array(countyCodes));
        }
        return this;
    }

    CardFilter among(@Nullable Set<String> countyCodes) {
        return countyCodes == null ? this : and("county_code = any(?::text[])", array(countyCodes));
    }

    /** Within one of the spans. */
    CardFilter within(String column, List<Span> spans) {
        if (!spans.isEmpty()) {
            conditions.add(spans.stream()
                    .map(span -> span.below() == null ? column + " >= ?" : column + " >= ? and " + column + " < ?")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        for (Span span : spans) {
            parameters.add(span.from());
            if (span.below() != null) {
                parameters.add(span.below());
            }
        }
        return this;
    }

    CardFilter inStock() {
        conditions.add("in_stock");
        return this;
    }

    CardFilter ofMerchant(UUID merchantId) {
        return and("merchant_id = ?", merchantId);
    }

    CardFilter ofMerchants(Set<UUID> merchantIds) {
        return and(
                "merchant_id = any(?::uuid[])",
                array(merchantIds.stream().map(UUID::toString).toList()));
    }

    /** In a province or, where none is named, of these merchants. */
    CardFilter inPlace(@Nullable String provinceCode, Set<UUID> merchantIds) {
        return provinceCode == null ? ofMerchants(merchantIds) : inProvince(provinceCode);
    }

    CardFilter inProvince(@Nullable String provinceCode) {
        return provinceCode == null ? this : and("province_code = ?", provinceCode);
    }

    CardFilter withWords(String text) {
        if (text.isBlank()) {
            return this;
        }
        String[] words = text.strip().split("\\s+", WORDS_MAX + 1);
        for (int i = 0; i < Math.min(words.length, WORDS_MAX); i++) {
            String pattern = "%" + words[i].replaceAll("([\\\\%_])", "\\\\$1") + "%";
            and(isOfLetters(words[i]) ? "title ilike ?" : "title like ?", pattern);
        }
        return this;
    }

    /** Chinese has no capitals, and comparing without regard to them is ten times as slow. */
    private static boolean isOfLetters(String word) {
        return word.codePoints().anyMatch(letter -> Character.isUpperCase(letter) || Character.isLowerCase(letter));
    }

    /** As one parameter, in PostgreSQL's own spelling of an array; of codes and ids only. */
    private static String array(Collection<String> values) {
        return values.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private CardFilter and(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
        return this;
    }

    String where() {
        return String.join(" and ", conditions);
    }
}
