package terrace.search.recommend;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.search.recommend.Ranking.Weighed;

/** Which goods to show to whom, and why. */
@Singleton
public class Recommendations {
    /** Places of the first row. */
    public static final int PLACES = FairShare.PLACES;
    /** Places of the other rows: one line of a wide page, two of a narrow one. */
    public static final int PLACES_BESIDE = 4;
    /** Of those found, the best are looked at more closely: whether they may be shown now. */
    static final int LOOKED_AT_MAX = 60;
    /** Of one merchant in one row. */
    static final int OF_ONE_MERCHANT_MAX = 4;

    private static final int BESIDE_MIN = 3;

    private final Profiles profiles;
    private final FairShare fairShare;
    private final Beside beside;
    private final OnOffer onOffer;

    Recommendations(Profiles profiles, FairShare fairShare, Beside beside, OnOffer onOffer) {
        this.profiles = profiles;
        this.fairShare = fairShare;
        this.beside = beside;
        this.onOffer = onOffer;
    }

    /** What is known of somebody now; empty for strangers, and for who turned personal ranking off. */
    @Connectable
    public Optional<Liking> liking(Asking asking) {
        Interest interest = profiles.interest(asking);
        return interest.weights().isEmpty() ? Optional.empty() : Optional.of(new Liking(interest));
    }

    /** The rows of the first page; no goods twice. For whom nothing is known: what sells in their province. */
    @Connectable
    public List<Row> home(Asking asking) {
        Interest interest = profiles.interest(asking);
        Profiles.Prepared prepared = profiles.prepared(asking, interest);
        List<Weighed> weighed = prepared.ranking().of(prepared.candidates());
        Set<UUID> shown = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        List<Recommended> first = withFairShare(asking, interest, weighed, shown);
        Row.Kind kind = interest.weights().isEmpty()
                ? prepared.ranking().popular().ofProvince() ? Row.Kind.PROVINCE : Row.Kind.POPULAR
                : Row.Kind.FOR_YOU;
        rows.add(new Row(kind, null, first));
        rows.add(again(asking, weighed, shown));
        interest.looked().stream()
                .findFirst()
                .flatMap(id -> beside.because(hiding(asking, shown), id, PLACES_BESIDE))
                .filter(row -> row.goods().size() >= BESIDE_MIN)
                .ifPresent(rows::add);
        return rows.stream().filter(row -> !row.goods().isEmpty()).toList();
    }

    /** Ids in the order of weight, for measuring: what {@link #home} chooses from, without the places by lot. */
    @Connectable
    public List<UUID> ranked(Asking asking, int limit) {
        Profiles.Prepared prepared = profiles.prepared(asking, profiles.interest(asking));
        return prepared.ranking().of(prepared.candidates()).stream()
                .map(Weighed::listingId)
                .limit(limit)
                .toList();
    }

    /** Beside one listing: what is like it, and what is bought with it. */
    @Connectable
    public List<Row> ofListing(Asking asking, UUID listingId) {
        return beside.rows(hiding(asking, Set.of(listingId)), listingId, profiles.interest(asking));
    }

    /** Beside a basket: what goes with all that is in it, and what is due again. */
    @Connectable
    public List<Row> ofBasket(Asking asking, Set<UUID> basket) {
        Asking here = hiding(asking, basket);
        List<Row> rows = new ArrayList<>();
        beside.together(here, basket, PLACES_BESIDE).ifPresent(rows::add);
        Interest interest = profiles.interest(here);
        Set<UUID> shown = new HashSet<>();
        rows.forEach(row -> row.goods().forEach(each -> shown.add(each.card().id())));
        List<Weighed> weighed =
                profiles.prepared(here, interest).ranking().of(interest.bought().keySet());
        rows.add(again(here, weighed, shown));
        return rows.stream().filter(row -> !row.goods().isEmpty()).toList();
    }

    /**
     * How much a member leans towards each of these goods, from 0 to 1, those above 0 only: a bonus for the top of a
     * search, which decides how much of relevance it may outweigh.
     */
    @Connectable
    public Map<UUID, Double> leaning(Liking liking, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Ranking ranking = profiles.forThese(liking.interest(), ids);
        Map<UUID, Double> tastes = ranking.tastes();
        Map<UUID, Double> leanings = new HashMap<>();
        for (UUID id : ids) {
            double leaning = ranking.leaning(id, tastes);
            if (leaning > 0) {
                leanings.put(id, leaning);
            }
        }
        return leanings;
    }

    private List<Recommended> withFairShare(Asking asking, Interest interest, List<Weighed> weighed, Set<UUID> shown) {
        String person = asking.memberId() == null
                ? asking.provinceCode()
                : asking.memberId().toString();
        List<Weighed> drawn = fairShare.drawn(person, LOOKED_AT_MAX).stream()
                .filter(each -> !interest.ignored().containsKey(each.listingId())
                        && !interest.bought().containsKey(each.listingId()))
                .toList();
        List<Weighed> best = weighed.stream().limit(LOOKED_AT_MAX).toList();
        Set<UUID> ids = new LinkedHashSet<>();
        best.forEach(each -> ids.add(each.listingId()));
        drawn.forEach(each -> ids.add(each.listingId()));
        Places places = new Places(onOffer.of(asking, ids), beside.titles(best), shown);
        return places.filled(best, drawn);
    }

    private Row again(Asking asking, List<Weighed> weighed, Set<UUID> shown) {
        List<Weighed> due = weighed.stream()
                .filter(each -> each.reason() == Reason.AGAIN && !shown.contains(each.listingId()))
                .sorted(Comparator.comparingDouble(Weighed::score).reversed())
                .limit(LOOKED_AT_MAX)
                .toList();
        Map<UUID, ListingCard> cards =
                onOffer.of(asking, due.stream().map(Weighed::listingId).toList());
        return new Row(Row.Kind.AGAIN, null, new Places(cards, Map.of(), shown).first(due, PLACES_BESIDE));
    }

    private static Asking hiding(Asking asking, Set<UUID> more) {
        Set<UUID> hidden = new HashSet<>(asking.hidden());
        hidden.addAll(more);
        return new Asking(asking.memberId(), asking.provinceCode(), hidden);
    }
}
