package terrace.web.applications;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Decision;
import terrace.web.pages.Form;

/** Reads what deciders typed, and words what came of it. */
final class Outcomes {
    private static final String REASON = "reason-";
    private static final int REASON_CHARACTERS_MAX = 300;
    private static final Set<String> TOLD = Set.of("ENDORSED", "RETURNED", "REFUSED", "REVIEWED", "SECOND");

    private Outcomes() {}

    /** Which submission was read; none where the form does not say. */
    static int round(Map<String, String> typed) {
        String round = typed.getOrDefault("round", "");
        return round.matches("[0-9]{1,6}") ? Integer.parseInt(round) : -1;
    }

    /** By field or kind of paper; those left empty are no reasons. */
    static Map<String, String> reasons(Map<String, String> typed) {
        Map<String, String> reasons = new HashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(REASON) && !text.isBlank()) {
                String reason = text.strip();
                reasons.put(
                        name.substring(REASON.length()),
                        reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX)));
            }
        });
        return reasons;
    }

    static Form told(Map<String, String> typed, Decision decision) {
        Form form = Form.of(typed);
        return switch (decision) {
            case Decision.Decided decided -> form;
            case Decision.SecondLookNeeded second -> form;
            case Decision.Overtaken overtaken -> form.with("main", "applications.decide.overtaken");
            case Decision.ReasonMissing missing -> form.with("note", "applications.decide.reason-missing");
            case Decision.Unchecked unchecked -> form.with("checklist", "applications.decide.unchecked");
            case Decision.Undeclared undeclared -> form.with("unrelated", "applications.decide.undeclared");
            case Decision.OwnApplication own -> form.with("main", "applications.decide.own");
            case Decision.LookedBefore before -> form.with("main", "applications.decide.looked-before");
        };
    }

    /** What may be said back of an address. */
    static @Nullable String known(@Nullable String done) {
        return done != null && TOLD.contains(done) ? done : null;
    }
}
