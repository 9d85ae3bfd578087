package terrace.web.organiser;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The way through a campaign's draft; each step is saved for itself. */
enum PlanStep {
    NAME,
    GOAL,
    DATES,
    RULES,
    STORY;

    /** As it stands in addresses and keys of words. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place on the way, from 1. */
    int number() {
        return Arrays.asList(values()).indexOf(this) + 1;
    }

    Optional<PlanStep> next() {
        return Arrays.stream(values()).skip(number()).findFirst();
    }

    static Optional<PlanStep> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }
}
