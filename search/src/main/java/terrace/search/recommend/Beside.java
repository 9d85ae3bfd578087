package terrace.search.recommend;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingCard;
import terrace.search.recommend.LearnedRows.Basis;
import terrace.search.recommend.Ranking.Weighed;
import terrace.search.recommend.Row.Kind;

/** What stands beside goods: what is like them, and what others paid for with them. */
@Singleton
class Beside {
    /** Less in common than that is no likeness. */
    static final double LIKENESS_MIN = 0.15;

    /** What is written of goods says more of their likeness than who looked at both. */
    static final double WRITTEN = 2;

    private static final int TOGETHER_MIN = 2;

    private final LearnedRows rows;
    private final Kin kin;
    private final OnOffer onOffer;

    Beside(LearnedRows rows, Kin kin, OnOffer onOffer) {
        this.rows = rows;
        this.kin = kin;
        this.onOffer = onOffer;
    }

    /** Bought together first, then what is like it; no goods twice. */
    List<Row> rows(Asking asking, UUID listingId, Interest interest) {
        List<Row> found = new ArrayList<>();
        Set<UUID> shown = new HashSet<>(Set.of(listingId));
        together(asking, Set.of(listingId), Recommendations.PLACES_BESIDE)
                .filter(row -> row.goods().size() >= TOGETHER_MIN)
                .ifPresent(row -> {
                    found.add(row);
                    row.goods().forEach(each -> shown.add(each.card().id()));
                });
        List<Weighed> like = like(listingId, interest);
        Row similar = new Row(
                Kind.SIMILAR,
                null,
                new Places(cards(asking, like), Map.of(), shown).first(like, Recommendations.PLACES_BESIDE));
        found.add(similar);
        return found.stream().filter(row -> !row.goods().isEmpty()).toList();
    }

    /** Goods like one that the member looked at. */
    Optional<Row> because(Asking asking, UUID listingId, int limit) {
        List<Weighed> like = like(listingId, Interest.NONE).stream()
                .map(each -> new Weighed(each.listingId(), each.score(), Reason.LOOKED, listingId))
                .toList();
        Map<UUID, String> titles = titles(like);
        return Optional.ofNullable(titles.get(listingId))
                .map(title -> new Row(
                        Kind.BECAUSE_YOU_LOOKED,
                        title,
                        new Places(cards(asking, like), titles, new HashSet<>(Set.of(listingId))).first(like, limit)));
    }

    /** What is paid for with any of these, the most of all of them first. */
    Optional<Row> together(Asking asking, Set<UUID> listingIds, int limit) {
        Map<UUID, Double> sums = new HashMap<>();
        Map<UUID, UUID> strongest = new HashMap<>();
        Map<UUID, Double> strength = new HashMap<>();
        rows.neighbours(listingIds, List.of(Basis.TOGETHER))
                .forEach((seed, others) -> others.forEach((other, score) -> {
                    sums.merge(other, score, Double::sum);
                    if (strength.merge(other, score, Math::max) <= score) {
                        strongest.put(other, seed);
                    }
                }));
        sums.keySet().removeAll(listingIds);
        List<Weighed> weighed = sorted(sums.entrySet().stream()
                .map(each -> new Weighed(each.getKey(), each.getValue(), Reason.TOGETHER, strongest.get(each.getKey())))
                .toList());
        List<Recommended> goods =
                new Places(cards(asking, weighed), titles(weighed), new HashSet<>()).first(weighed, limit);
        return goods.isEmpty() ? Optional.empty() : Optional.of(new Row(Kind.TOGETHER, null, goods));
    }

    /** Titles of the goods that reasons speak of. */
    Map<UUID, String> titles(Collection<Weighed> weighed) {
        Set<UUID> ids = weighed.stream()
                .map(Weighed::becauseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> titles = new HashMap<>();
        kin.traits(ids).forEach((id, trait) -> titles.put(id, trait.title()));
        return titles;
    }

    private List<Weighed> like(UUID listingId, Interest interest) {
        Kin.Trait self = kin.traits(Set.of(listingId)).get(listingId);
        if (self == null) {
            return List.of();
        }
        Map<UUID, Double> alike =
                rows.neighbours(List.of(listingId), List.of(Basis.ALIKE)).getOrDefault(listingId, Map.of());
        Set<UUID> candidates = new LinkedHashSet<>(alike.keySet());
        kin.bestOf(self.categoryId()).stream().map(ListingCard::id).forEach(candidates::add);
        candidates.remove(listingId);
        Map<UUID, Kin.Trait> traits = kin.traits(candidates);
        List<Weighed> weighed = new ArrayList<>();
        traits.forEach((id, trait) -> {
            double likeness = Likeness.of(self, trait);
            double near = alike.getOrDefault(id, 0.0);
            double close = near / (near + Ranking.NEAR_HALF);
            if (Math.max(likeness, close) >= LIKENESS_MIN) {
                double fresh =
                        Math.pow(Ranking.IGNORED_FACTOR, interest.ignored().getOrDefault(id, 0));
                double written = WRITTEN * likeness;
                Reason reason = close > written ? Reason.ALIKE : Reason.SIMILAR;
                weighed.add(new Weighed(id, (written + close) * fresh, reason, null));
            }
        });
        return sorted(weighed);
    }

    private static List<Weighed> sorted(List<Weighed> weighed) {
        return weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::score).reversed().thenComparing(Weighed::listingId))
                .limit(Recommendations.LOOKED_AT_MAX)
                .toList();
    }

    private Map<UUID, ListingCard> cards(Asking asking, List<Weighed> weighed) {
        return onOffer.of(asking, weighed.stream().map(Weighed::listingId).toList());
    }
}
