package terrace.catalog.sheets;

import java.util.Map;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;

/** The choices a cell may hold, as they stand in the file's drop-down lists. */
final class Words {
    static final Map<String, Storage> STORAGE =
            Map.of("常温", Storage.AMBIENT, "阴凉", Storage.COOL, "冷藏", Storage.CHILLED, "冷冻", Storage.FROZEN);
    static final Map<String, VatKind> VAT = Map.of(
            "自产免税", VatKind.EXEMPT_OWN_GROWN,
            "流通免税", VatKind.EXEMPT_BY_KIND,
            "9%", VatKind.NINE_PERCENT,
            "13%", VatKind.THIRTEEN_PERCENT);
    static final Map<String, Boolean> YES_NO = Map.of("是", true, "否", false);

    private Words() {}

    static <T> String of(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
