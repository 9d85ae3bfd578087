package terrace.marketplace.zones;

import java.time.Instant;
import java.util.List;

/** Why goods of a zone cannot be bought so. */
public sealed interface ZoneRefusal {

    String pavilionCode();

    /** They go to these provinces alone. */
    record NotThere(String pavilionCode, List<String> provinces) implements ZoneRefusal {}

    /** Until then only these provinces may buy. */
    record OthersFirst(String pavilionCode, List<String> provinces, Instant until) implements ZoneRefusal {}

    /** 斤 costs more than the zone allows; in fen. */
    record TooDear(String pavilionCode, long jinFen, long jinFenMax) implements ZoneRefusal {}

    /** One person may have so many within so many days. */
    record TooMany(String pavilionCode, int piecesMax, int days, long before) implements ZoneRefusal {}
}
