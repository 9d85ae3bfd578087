package terrace.marketplace.notices;

/** A letter in plain text. */
public record Mail(String to, String subject, String text) {

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "Mail[sealed]";
    }
}
