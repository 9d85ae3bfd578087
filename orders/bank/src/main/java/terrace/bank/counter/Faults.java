package terrace.bank.counter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The faults the bank was told to have; they are gone after a restart. */
public final class Faults {
    public enum Kind {
        DELAY,
        RESET,
        EFFECT_THEN_RESET,
        HTTP500,
        /** The work is done and a page of some proxy comes back, with status 200. */
        HTML200,
        /** The payer's bank gives a fen less than was asked for. */
        WRONG_AMOUNT,
        DUPLICATE_NOTICES,
        REORDER_NOTICES,
        HOLD_NOTICES,
        /** Notices come three days late by the bank's clock. */
        LATE_NOTICES,
        /** Before each true notice one comes that somebody else has signed. */
        FORGED_NOTICES;

        /** Losing the answer to a question proves nothing; these are about work, unless the rule names a method. */
        boolean onlyWork() {
            return this == EFFECT_THEN_RESET || this == HTTP500 || this == HTML200;
        }
    }

    private static final long DELAY_MILLIS = 1_000;
    private static final long COPIES = 2;
    private static final long COPIES_MAX = 200;

    /**
     * One rule; {@code path} may hold {@code *} and is the request's path, also for the notices it causes.
     *
     * @param number how many copies of a duplicated notice, else how many milliseconds
     */
    private record Rule(Pattern path, @Nullable String method, Kind kind, long number, AtomicLong left) {
        boolean takes(Kind wanted, String requestMethod, String requestPath) {
            boolean ofMethod =
                    method == null ? !wanted.onlyWork() || requestMethod.equals("POST") : method.equals(requestMethod);
            return kind == wanted
                    && ofMethod
                    && path.matcher(requestPath).matches()
                    && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    private volatile List<Rule> rules = List.of();

    /** Adds the rules of a JSON object, an array, or an object with {@code rules}. */
    public synchronized int add(JsonNode tree) {
        List<Rule> added = new ArrayList<>(rules);
        JsonNode list = tree.isArray() ? tree : tree.path("rules");
        if (list.isArray()) {
            list.forEach(rule -> added.add(rule(rule)));
        } else {
            added.add(rule(tree));
        }
        rules = List.copyOf(added);
        return added.size();
    }

    public synchronized void clear() {
        rules = List.of();
    }

    private static Rule rule(JsonNode json) {
        String kind = json.path("kind").asText();
        String glob = json.path("path").asText("*");
        String method = json.hasNonNull("method") ? json.path("method").asText().toUpperCase(Locale.ROOT) : null;
        String expression = Pattern.quote(glob).replace("*", "\\E.*\\Q");
        long times = json.path("times").asLong(Long.MAX_VALUE);
        try {
            Kind known = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            long number = known == Kind.DUPLICATE_NOTICES
                    ? Math.clamp(json.path("copies").asLong(COPIES), 1, COPIES_MAX)
                    : json.path("millis").asLong(DELAY_MILLIS);
            return new Rule(Pattern.compile(expression), method, known, number, new AtomicLong(times));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("kind", "There is no fault of the kind \"" + kind + "\".");
        }
    }

    /** How many times each kind of fault is still to come. */
    public Map<Kind, Long> left() {
        Map<Kind, Long> left = new EnumMap<>(Kind.class);
        rules.stream()
                .filter(rule -> rule.left().get() > 0)
                .forEach(rule -> left.merge(rule.kind(), rule.left().get(), Math::max));
        return left;
    }

    /** The rule's number when this request is to have the fault; it is used up by asking. */
    public Optional<Long> take(Kind kind, String method, String path) {
        for (Rule rule : rules) {
            if (rule.takes(kind, method, path)) {
                return Optional.of(rule.number());
            }
        }
        return Optional.empty();
    }

    /** Lets a slow bank be slow, before it does the work. */
    public void delay(String method, String path) {
        take(Kind.DELAY, method, path).ifPresent(millis -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
