package terrace.search.merchandising;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.marketplace.clock.Clock;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.merchandising.Ruling.Fault;
import terrace.search.words.Spelling;

/** Reads what operators typed: whether it could be a rule, and which. */
@Singleton
class Drafts {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,、;/|]+");
    private static final int WORDS_MIN = 2;
    private static final int WORDS_MAX = 8;
    private static final int WORD_LENGTH_MAX = 20;

    private final Listings listings;
    private final GoodsNames names;
    private final Clock clock;

    Drafts(Listings listings, GoodsNames names, Clock clock) {
        this.listings = listings;
        this.names = names;
        this.clock = clock;
    }

    /** What is wrong with a rule; empty when it could be made. */
    Set<Fault> faults(NewRule wanted) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        String asked = Merchandising.fold(wanted.asked());
        check(faults, asked.length() <= Merchandising.ASKED_LENGTH_MAX, Fault.ASKED_TOO_LONG);
        check(faults, wanted.note().length() <= Merchandising.NOTE_LENGTH_MAX, Fault.NOTE_TOO_LONG);
        switch (wanted.kind()) {
            case SYNONYM -> checkWords(faults, words(wanted.words()));
            case PIN -> {
                check(faults, !asked.isEmpty(), Fault.ASKED_MISSING);
                check(
                        faults,
                        wanted.place() >= 1 && wanted.place() <= Merchandising.PLACE_MAX,
                        Fault.PLACE_OUT_OF_RANGE);
                check(faults, isListing(wanted.listingId()), Fault.NO_SUCH_LISTING);
            }
            case HIDE -> check(faults, isListing(wanted.listingId()), Fault.NO_SUCH_LISTING);
            case BOOST -> {
                boolean strong = wanted.strength() != 0 && Math.abs(wanted.strength()) <= Merchandising.STRENGTH_MAX;
                check(faults, strong, Fault.STRENGTH_OUT_OF_RANGE);
                checkGoods(faults, wanted);
            }
        }
        checkDays(faults, wanted);
        return faults;
    }

    private static void checkWords(Set<Fault> faults, List<String> words) {
        check(faults, words.size() >= WORDS_MIN, Fault.WORDS_TOO_FEW);
        check(faults, words.size() <= WORDS_MAX, Fault.WORDS_TOO_MANY);
        check(faults, words.stream().allMatch(word -> word.length() <= WORD_LENGTH_MAX), Fault.WORD_TOO_LONG);
    }

    private void checkDays(Set<Fault> faults, NewRule wanted) {
        LocalDate last = wanted.lastDay();
        if (last == null) {
            return;
        }
        check(faults, !last.isBefore(clock.today()), Fault.DAYS_ARE_OVER);
        LocalDate first = wanted.firstDay();
        check(faults, first == null || !last.isBefore(first), Fault.DAYS_TURNED_ROUND);
    }

    private static void check(Set<Fault> faults, boolean good, Fault fault) {
        if (!good) {
            faults.add(fault);
        }
    }

    private boolean isListing(@Nullable UUID id) {
        return id != null && listings.byIds(Set.of(id)).containsKey(id);
    }

    private void checkGoods(Set<Fault> faults, NewRule wanted) {
        Trait trait = wanted.trait();
        if (trait == null || names.like(trait, wanted.value()).isEmpty()) {
            faults.add(Fault.NO_SUCH_GOODS);
        } else if (names.only(trait, wanted.value()).isEmpty()) {
            faults.add(Fault.SEVERAL_SUCH_GOODS);
        }
    }

    /** As it is kept; empty when no goods, or several, are called so. */
    private String value(NewRule wanted) {
        Trait trait = wanted.trait();
        return trait == null
                ? ""
                : names.only(trait, wanted.value()).map(Called::value).orElse("");
    }

    private static List<String> words(String typed) {
        Set<String> words = new LinkedHashSet<>();
        BETWEEN_WORDS
                .splitAsStream(Spelling.fold(typed))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return List.copyOf(words);
    }

    /** The rule it would be made into; whoever asks has seen to it that it has no faults, or only looks. */
    Rule rule(UUID operatorId, NewRule wanted) {
        Kind kind = wanted.kind();
        boolean goods = kind == Kind.PIN || kind == Kind.HIDE;
        LocalDate first = wanted.firstDay();
        LocalDate last = wanted.lastDay();
        Instant now = clock.now();
        Instant from = first == null ? now : first.atStartOfDay(Clock.ZONE).toInstant();
        return new Rule(
                wanted.id(),
                0,
                kind,
                kind == Kind.SYNONYM ? "" : Merchandising.fold(wanted.asked()),
                kind == Kind.SYNONYM ? words(wanted.words()) : List.of(),
                goods ? wanted.listingId() : null,
                kind == Kind.PIN ? wanted.place() : 0,
                kind == Kind.BOOST ? wanted.trait() : null,
                kind == Kind.BOOST ? value(wanted) : "",
                kind == Kind.BOOST ? wanted.strength() : 0,
                from.isBefore(now) ? now : from,
                last == null ? null : last.plusDays(1).atStartOfDay(Clock.ZONE).toInstant(),
                wanted.note().strip(),
                operatorId,
                now,
                null,
                null);
    }
}
