package terrace.marketplace.embedded;

/** Why Terrace cannot start, in one sentence that says what to do; the start prints it instead of a stack trace. */
public class StartupRefusal extends RuntimeException {
    public StartupRefusal(String sentence) {
        super(sentence);
    }

    public StartupRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
