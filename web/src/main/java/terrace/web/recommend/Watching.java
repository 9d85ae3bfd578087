package terrace.web.recommend;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;
import terrace.web.signin.Visitor;

/** Hands on what members do, unless they turned that off. */
@Singleton
public class Watching {
    /** More than one page can show; the rest is not read. */
    static final int LINES_MAX = 60;

    private static final int LINE_PARTS = 4;

    private final Signals signals;
    private final Rows rows;
    private final Listings listings;
    private final Clock clock;

    Watching(Signals signals, Rows rows, Listings listings, Clock clock) {
        this.signals = signals;
        this.rows = rows;
        this.listings = listings;
        this.clock = clock;
    }

    /** A size of some goods went into the basket. */
    public void added(Visitor visitor, UUID skuId) {
        if (!rows.watched(visitor)) {
            return;
        }
        SkuOffer offer = listings.skusByIds(Set.of(skuId)).get(skuId);
        if (offer != null) {
            tell(visitor, List.of(signal(visitor, Ids.next(), Signal.Kind.ADD, offer.listingId(), 0)));
        }
    }

    /** Lines of a browser: id, kind, listing, seconds; what is no such line is left out. */
    void told(Visitor visitor, String lines) {
        if (rows.watched(visitor)) {
            tell(
                    visitor,
                    lines.lines()
                            .limit(LINES_MAX)
                            .flatMap(line -> read(visitor, line))
                            .toList());
        }
    }

    private void tell(Visitor visitor, List<Signal> told) {
        signals.tell(visitor.memberId(), told);
    }

    private Stream<Signal> read(Visitor visitor, String line) {
        String[] parts = line.split(" ", LINE_PARTS);
        if (parts.length < LINE_PARTS || !parts[3].matches("\\d{1,5}")) {
            return Stream.empty();
        }
        int seconds = Math.min(Integer.parseInt(parts[3]), Signal.SECONDS_MAX);
        return kind(parts[1]).stream()
                .flatMap(kind -> Ids.read(parts[0]).stream()
                        .flatMap(id -> Ids.read(parts[2]).stream()
                                .map(listing -> signal(visitor, id, kind, listing, seconds))));
    }

    private Signal signal(Visitor visitor, UUID id, Signal.Kind kind, UUID listing, int seconds) {
        return new Signal(id, visitor.memberId(), kind, listing, seconds, clock.now());
    }

    /** Those that only a browser can know; buying and baskets are not a browser's to tell. */
    private static Optional<Signal.Kind> kind(String text) {
        return switch (text) {
            case "VIEW" -> Optional.of(Signal.Kind.VIEW);
            case "DWELL" -> Optional.of(Signal.Kind.DWELL);
            case "SKIP" -> Optional.of(Signal.Kind.SKIP);
            default -> Optional.empty();
        };
    }
}
