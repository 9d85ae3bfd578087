package terrace.bench.relevance;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Means over all queries that something answers. */
final class Scores {
    private static final int FIRST = 10;

    private double reciprocalRank;
    private double gain;
    private double recall;
    private int zero;
    private int queries;

    void add(List<UUID> found, Map<UUID, Integer> grades) {
        long answers = grades.values().stream().filter(grade -> grade > 0).count();
        if (answers == 0) {
            return;
        }
        queries++;
        zero += found.isEmpty() ? 1 : 0;
        List<Integer> got = found.stream()
                .limit(FIRST)
                .map(id -> grades.getOrDefault(id, 0))
                .toList();
        int firstHit = 0;
        while (firstHit < got.size() && got.get(firstHit) <= 0) {
            firstHit++;
        }
        reciprocalRank += firstHit < got.size() ? 1.0 / (firstHit + 1) : 0;
        recall += (double) got.stream().filter(grade -> grade > 0).count() / Math.min(FIRST, answers);
        List<Integer> best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(FIRST)
                .toList();
        gain += discounted(got) / discounted(best);
    }

    /** As Elasticsearch's rank_eval reckons: twice as good is worth thrice as much. */
    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }

    /** nDCG@10, the mean of all. */
    double gain() {
        return gain / queries;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "MRR@10=%.4f nDCG@10=%.4f Recall@10=%.4f zero=%d",
                reciprocalRank / queries,
                gain / queries,
                recall / queries,
                zero);
    }

    String row(String what, int goods) {
        return String.format(
                Locale.ROOT,
                "%-34s %8d %8d %8.4f %8.4f %8.4f %6d",
                what,
                goods,
                queries,
                reciprocalRank / queries,
                gain / queries,
                recall / queries,
                zero);
    }
}
