package terrace.catalog.lots;

import java.util.List;
import java.util.Map;

/** What became of the question which lots goods are sent from. */
public sealed interface Assignment {
    /** By reference; what no lot is known for has no origin, or one for a part of it. */
    record Assigned(Map<String, List<Origin>> origins) implements Assignment {}

    /** The lot chosen has no more than so many pieces left; nothing was assigned. */
    record TooLittle(String reference, String code, long left) implements Assignment {}

    /** The lot chosen is not one of this listing; nothing was assigned. */
    record NoSuchLot(String reference) implements Assignment {}
}
