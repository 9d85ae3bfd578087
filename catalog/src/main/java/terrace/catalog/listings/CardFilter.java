package terrace.catalog.listings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Category;

/** Conditions on cards, as SQL and its parameters. Only cards on the shelf ever qualify. */
record CardFilter(List<String> conditions, List<Object> parameters) {
    private static final int WORDS_MAX = 8;

    CardFilter() {
        this(new ArrayList<>(List.of("on_shelf")), new ArrayList<>());
    }

    CardFilter below(Category category) {
        return and("category" + category.level() + "_id = ?", category.id());
    }

    CardFilter ofMerchant(UUID merchantId) {
        return and("merchant_id = ?", merchantId);
    }

    /** As one parameter, in PostgreSQL's own spelling of an array. */
    CardFilter ofMerchants(Set<UUID> merchantIds) {
        String ids = merchantIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return and("merchant_id = any(?::uuid[])", ids);
    }

    CardFilter inProvince(@Nullable String provinceCode) {
        return provinceCode == null ? this : and("province_code = ?", provinceCode);
    }

    CardFilter withWords(String text) {
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

    private CardFilter and(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
        return this;
    }

    String where() {
        return String.join(" and ", conditions);
    }
}
