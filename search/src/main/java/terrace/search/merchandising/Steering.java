package terrace.search.merchandising;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import terrace.search.merchandising.Rule.Trait;

/**
 * What rules in force say about one search.
 *
 * @param synonyms for each word of the text that has such, the others
 * @param pins place, from 1, to listing
 * @param hidden not to be found
 * @param boosts goods that rank a little otherwise
 */
public record Steering(
        Map<String, Set<String>> synonyms, SortedMap<Integer, UUID> pins, Set<UUID> hidden, List<Boost> boosts) {

    /** Where no operator has decided anything. */
    public static final Steering NONE = new Steering(Map.of(), Collections.emptySortedMap(), Set.of(), List.of());

    /** @param strength from -3 to 3, in steps of the ranking's own */
    public record Boost(Trait trait, String value, int strength) {}

    public boolean silent() {
        return synonyms.isEmpty() && pins.isEmpty() && hidden.isEmpty() && boosts.isEmpty();
    }
}
