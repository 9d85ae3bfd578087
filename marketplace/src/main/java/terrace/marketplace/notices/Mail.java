package terrace.marketplace.notices;

import org.jspecify.annotations.Nullable;

/**
 * A letter in plain text.
 *
 * @param unsubscribe where letters like this can be turned off; null for those that cannot
 */
public record Mail(
        String to, String subject, String text, @Nullable String unsubscribe) {

    public Mail(String to, String subject, String text) {
        this(to, subject, text, null);
    }

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "Mail[sealed]";
    }
}
