package terrace.search.recommend;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike two goods are by what is written of them, from 0 to 1. The place for vectors of titles, when there are
 * some: nothing outside knows how likeness is worked out.
 */
final class Likeness {
    private static final double CATEGORY = 0.5;
    private static final double WORDS = 0.4;
    private static final double PROVINCE = 0.1;

    private Likeness() {}

    static double of(Kin.Trait one, Kin.Trait other) {
        return (one.categoryId().equals(other.categoryId()) ? CATEGORY : 0)
                + WORDS * words(one.title(), other.title())
                + (one.provinceCode().equals(other.provinceCode()) ? PROVINCE : 0);
    }

    /** Share of pairs of neighbouring characters that both titles have (Jaccard); Chinese needs no finer knife here. */
    static double words(String one, String other) {
        Set<String> common = pairs(one);
        Set<String> all = new HashSet<>(common);
        Set<String> others = pairs(other);
        common.retainAll(others);
        all.addAll(others);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    private static Set<String> pairs(String title) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < title.length(); at++) {
            pairs.add(title.substring(at, at + 2));
        }
        return pairs;
    }
}
