package terrace.search.merchandising;

import java.util.Set;

/** What became of a rule somebody asked for. */
public sealed interface Ruling {
    record Made(Rule rule) implements Ruling {}

    record Refused(Set<Fault> faults) implements Ruling {}

    /** What is wrong with it; the names are those of the fields. */
    enum Fault {
        ASKED_MISSING,
        ASKED_TOO_LONG,
        WORDS_TOO_FEW,
        WORDS_TOO_MANY,
        WORD_TOO_LONG,
        NO_SUCH_LISTING,
        PLACE_OUT_OF_RANGE,
        NO_SUCH_GOODS,
        SEVERAL_SUCH_GOODS,
        STRENGTH_OUT_OF_RANGE,
        DAYS_TURNED_ROUND,
        DAYS_ARE_OVER,
        NOTE_TOO_LONG,
        RULES_TOO_MANY
    }
}
