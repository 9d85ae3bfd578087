package terrace.search.merchandising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Steering.Boost;

/** The rules that hold at one moment, ready to be asked by every search. */
public final class RulesInForce {
    static final RulesInForce NONE = new RulesInForce(List.of());

    private final Map<String, Set<String>> synonyms = new HashMap<>();
    private final Map<String, List<Rule>> byText = new HashMap<>();
    private final String version;

    /** @param rules those in force, oldest first: where two contradict each other the newer one holds */
    RulesInForce(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.kind() == Kind.SYNONYM) {
                rule.words()
                        .forEach(word -> synonyms.computeIfAbsent(word, any -> new LinkedHashSet<>())
                                .addAll(rule.words()));
            } else {
                byText.computeIfAbsent(rule.asked(), any -> new ArrayList<>()).add(rule);
            }
        }
        synonyms.forEach((word, others) -> others.remove(word));
        version = Integer.toHexString(rules.stream().map(Rule::id).toList().hashCode());
    }

    /** Another one as soon as other rules hold; a page that was made under one does not serve under another. */
    public String version() {
        return version;
    }

    /** Words that mean the same as this one, folded; empty where there are none. */
    public Set<String> synonymsOf(String word) {
        return synonyms.getOrDefault(word, Set.of());
    }

    /** @param asked the text searched for, folded as rules are */
    public Steering of(String asked, List<String> words) {
        SortedMap<Integer, UUID> pins = new TreeMap<>();
        Set<UUID> hidden = new HashSet<>();
        List<Boost> boosts = new ArrayList<>();
        for (String text : asked.isEmpty() ? Set.of("") : Set.of("", asked)) {
            for (Rule rule : byText.getOrDefault(text, List.of())) {
                switch (rule.kind()) {
                    case PIN -> pins.put(rule.place(), Objects.requireNonNull(rule.listingId()));
                    case HIDE -> hidden.add(Objects.requireNonNull(rule.listingId()));
                    case BOOST ->
                        boosts.add(new Boost(Objects.requireNonNull(rule.trait()), rule.value(), rule.strength()));
                    case SYNONYM -> throw new IllegalStateException("synonyms stand apart");
                }
            }
        }
        pins.values().removeAll(hidden);
        Map<String, Set<String>> same = new HashMap<>();
        words.forEach(word -> {
            if (synonyms.containsKey(word)) {
                same.put(word, Set.copyOf(synonymsOf(word)));
            }
        });
        return new Steering(same, pins, hidden, boosts);
    }
}
