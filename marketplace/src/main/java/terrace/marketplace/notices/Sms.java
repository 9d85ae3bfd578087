package terrace.marketplace.notices;

/** A text message to a mobile phone. */
public record Sms(String to, String text) {

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "Sms[sealed]";
    }
}
