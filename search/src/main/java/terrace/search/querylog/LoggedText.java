package terrace.search.querylog;

import java.util.Optional;
import java.util.regex.Pattern;
import terrace.search.words.Spelling;

/** A text as it is counted: in one spelling, and only when it can be nobody's number or address. */
final class LoggedText {
    private static final int LENGTH_MAX = 60;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");
    /** Of a phone, a person, a bank account or an order; however it is parted. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[\\s._/—–-]*\\d){5,}");

    private static final Pattern ADDRESS = Pattern.compile("@|://|www\\.");

    private LoggedText() {}

    /** Empty for what is not to be kept. */
    static Optional<String> of(String typed) {
        if (typed.length() > LENGTH_MAX * 2) {
            return Optional.empty();
        }
        String text = BLANKS.matcher(Spelling.fold(typed)).replaceAll(" ").strip();
        boolean kept = !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LENGTH_MAX
                && !LONG_NUMBER.matcher(text).find()
                && !ADDRESS.matcher(text).find();
        return kept ? Optional.of(text) : Optional.empty();
    }
}
