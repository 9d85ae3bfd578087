package terrace.web.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.search.query.Leaning;
import terrace.search.recommend.Asking;
import terrace.search.recommend.Liking;
import terrace.search.recommend.Recommendations;
import terrace.web.shop.ListOrder;
import terrace.web.signin.Visitor;

/** Whose likings go into a search: those of members who are known by what they did, and did not turn it off. */
@Singleton
class Likings {
    /** So that a member of whom nothing is known does not cost a question with each search. */
    private static final Duration STRANGER_KEPT = Duration.ofSeconds(30);

    private static final int STRANGERS_KEPT_MAX = 20_000;

    private final Recommendations recommendations;
    private final Cache<UUID, Boolean> strangers = Caffeine.newBuilder()
            .maximumSize(STRANGERS_KEPT_MAX)
            .expireAfterWrite(STRANGER_KEPT)
            .build();

    Likings(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** {@link Leaning#NONE} where everybody sees the same: without words, in another order, for strangers. */
    Leaning of(Visitor visitor, SearchQuery query) {
        if (!visitor.signedIn() || query.q().isBlank() || query.order() != ListOrder.FIT) {
            return Leaning.NONE;
        }
        UUID member = visitor.memberId();
        if (strangers.getIfPresent(member) != null) {
            return Leaning.NONE;
        }
        Optional<Liking> liking = recommendations.liking(new Asking(member, visitor.provinceCode(), Set.of()));
        if (liking.isEmpty()) {
            strangers.put(member, true);
            return Leaning.NONE;
        }
        return ids -> recommendations.leaning(liking.get(), ids);
    }
}
