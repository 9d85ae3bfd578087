package terrace.marketplace.accounts;

import java.util.Locale;

/** What the letter with the link must say, and to whom. */
public record ResetLetter(String to, String token, Locale language) {

    @Override
    public String toString() {
        return "ResetLetter[sealed]";
    }
}
