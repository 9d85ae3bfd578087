package terrace.search.query;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.indexing.IndexedCard;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.Steering;
import terrace.search.ranking.Fit;
import terrace.search.ranking.Relevance;
import terrace.search.ranking.Signals;
import terrace.search.vectors.Vector;
import terrace.search.words.Spelling;

/** Orders the best hits of the index anew: by all their parts, and among equals by the signals. */
final class Fusing {
    /** So many of the best are looked at closely, or the next lower number that fills whole pages. */
    private static final int WINDOW = 100;

    /** Latin words are common ones oftener, and more goods are found by the same steps. */
    private static final int WINDOW_OF_LATIN = 300;

    private static final Comparator<Placed> ORDER = Comparator.comparingDouble(Placed::score)
            .thenComparingLong(placed -> placed.card().sold())
            .reversed()
            .thenComparing(placed -> placed.card().id());

    private final Steering steering;
    private final Relevance relevance;
    private final Signals signals;
    private final @Nullable Vector meaning;
    private final String typed;

    Fusing(Sought sought, Signals signals, @Nullable Vector meaning) {
        ShopperText text = sought.text();
        this.steering = sought.steering();
        this.relevance = new Relevance(
                text.characters(), text.scored().size(), !text.letters().isEmpty());
        this.signals = signals;
        this.meaning = meaning;
        this.typed = text.spelt().replace(" ", "");
    }

    static int window(ShopperText text, int limit) {
        int most = text.letters().isEmpty() ? WINDOW : WINDOW_OF_LATIN;
        return limit * Math.max(1, most / limit);
    }

    List<Best.Rated> rated(List<Found> found) {
        return found.stream()
                .map(one -> new Best.Rated(one.card(), relevance.of(fit(one)), wished(one.hit())))
                .toList();
    }

    /** @param liking what somebody likes of them, each from 0 to 1 */
    List<IndexedCard> order(List<Best.Rated> rated, Map<UUID, Double> liking) {
        List<Placed> placed = new ArrayList<>(rated.size());
        for (Best.Rated one : rated) {
            IndexedCard card = one.card();
            double wished = liking.getOrDefault(card.id(), 0.0) + one.wished();
            placed.add(new Placed(card, one.relevance() + signals.of(card, wished)));
        }
        placed.sort(ORDER);
        return pinned(placed.stream().map(Placed::card).toList());
    }

    /** Of what the place of one of the goods is made, its likings left aside. */
    Explanation.Figure figure(Found found) {
        IndexedCard card = found.card();
        Fit fit = fit(found);
        double wished = wished(found.hit());
        return new Explanation.Figure(
                relevance.partsOf(fit),
                signals.partsOf(card, wished),
                relevance.of(fit) + signals.of(card, wished),
                fit.cosine());
    }

    /** What operators wish for goods of its kind. */
    private double wished(Hit<?> hit) {
        double sum = 0;
        for (int at = 0; at < steering.boosts().size(); at++) {
            if (hit.matchedQueries().containsKey(WordsQuery.boost(at))) {
                sum += (double) steering.boosts().get(at).strength() / Merchandising.STRENGTH_MAX;
            }
        }
        return sum;
    }

    /** With each pinned one that is among them at its place. */
    private List<IndexedCard> pinned(List<IndexedCard> cards) {
        Map<UUID, IndexedCard> pinned = new HashMap<>();
        cards.stream()
                .filter(card -> steering.pins().containsValue(card.id()))
                .forEach(card -> pinned.put(card.id(), card));
        if (pinned.isEmpty()) {
            return cards;
        }
        List<IndexedCard> ordered = new ArrayList<>(cards);
        ordered.removeAll(pinned.values());
        steering.pins().forEach((place, id) -> {
            IndexedCard card = pinned.remove(id);
            if (card != null) {
                ordered.add(Math.min(place - 1, ordered.size()), card);
            }
        });
        return ordered;
    }

    private Fit fit(Found found) {
        Hit<?> hit = found.hit();
        Double steps = hit.score();
        if (steps == null) {
            steps = hit.sort().isEmpty() ? 0 : hit.sort().getFirst().doubleValue();
        }
        return new Fit(
                (int) Math.round(steps),
                part(hit, WordsQuery.CHARACTERS),
                part(hit, WordsQuery.WORDS),
                run(found.card().title()),
                part(hit, WordsQuery.STORY),
                meaning == null ? null : found.cosine(meaning));
    }

    /** The share of what was typed that stands in the title in one piece. */
    private double run(String title) {
        String spelt = Spelling.foldInPlace(title).replace(" ", "");
        int longest = 0;
        int[] before = new int[spelt.length() + 1];
        for (int i = 0; i < typed.length(); i++) {
            int[] ending = new int[spelt.length() + 1];
            for (int j = 0; j < spelt.length(); j++) {
                ending[j + 1] = typed.charAt(i) == spelt.charAt(j) ? before[j] + 1 : 0;
                longest = Math.max(longest, ending[j + 1]);
            }
            before = ending;
        }
        return typed.isEmpty() ? 0 : (double) longest / typed.length();
    }

    private static double part(Hit<?> hit, String name) {
        return hit.matchedQueries().getOrDefault(name, 0.0);
    }

    private record Placed(IndexedCard card, double score) {}
}
