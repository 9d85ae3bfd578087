package terrace.bank.counter;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says whether a name and an account number belong together. Nothing of it is kept. This bank has every account there
 * is, each of the name it is asked for, but for two kinds of number that are there to try the other answers.
 */
public final class NameChecks {
    /** Numbers of this ending belong to somebody else. */
    public static final String OTHER_HOLDER = "0000";

    /** Numbers of this ending are nobody's. */
    public static final String NOBODY = "9999";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,30}");

    private NameChecks() {}

    public static Outcome check(Form form) {
        form.required("name");
        form.reference("destination");
        String number = form.required("number");
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.invalid("number", "number has 8 to 30 digits");
        }
        String result = number.endsWith(NOBODY) ? "no_account" : number.endsWith(OTHER_HOLDER) ? "mismatch" : "match";
        return Outcome.of(Map.of("object", "name_check", "result", result));
    }
}
