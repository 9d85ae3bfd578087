package terrace.marketplace.secondfactor;

/** What an authenticator app needs: the secret in base 32 to type, and the same as an otpauth address to scan. */
public record Enrolment(String secret, String uri) {

    @Override
    public String toString() {
        return "Enrolment[sealed]";
    }
}
