package terrace.web.merchandising;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import terrace.search.merchandising.RulesInForce;
import terrace.search.query.Hit;
import terrace.search.query.ListingSearch;
import terrace.search.query.SearchRequest;

/** Shows what rules do to the first goods of one search. */
@Singleton
class Effects {
    private static final int SHOWN = 10;

    private final ListingSearch search;

    Effects(ListingSearch search) {
        this.search = search;
    }

    /** What one text finds under the first rules, and under the second. */
    Effect of(String text, RulesInForce before, RulesInForce after) {
        List<Hit> then = search.search(SearchRequest.of(text, SHOWN), before).hits();
        List<Hit> now = search.search(SearchRequest.of(text, SHOWN), after).hits();
        return new Effect(text, lines(then, now), lines(now, then));
    }

    private static List<Line> lines(List<Hit> hits, List<Hit> others) {
        List<UUID> elsewhere = others.stream().map(hit -> hit.card().id()).toList();
        return IntStream.range(0, hits.size())
                .mapToObj(at -> line(
                        hits.get(at), at, elsewhere.indexOf(hits.get(at).card().id())))
                .toList();
    }

    private static Line line(Hit hit, int at, int elsewhere) {
        String move = elsewhere < 0 ? "only" : elsewhere > at ? "higher" : elsewhere < at ? "lower" : "same";
        return new Line(hit.card().title(), "/listings/" + hit.card().id(), move);
    }

    /** @param text that was tried */
    record Effect(String text, List<Line> before, List<Line> after) {
        public boolean same() {
            return before.equals(after);
        }
    }

    /** @param move against the other list: only, higher, lower or same */
    record Line(String title, String path, String move) {}
}
