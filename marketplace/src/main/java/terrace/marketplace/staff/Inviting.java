package terrace.marketplace.staff;

/** What came of inviting somebody. */
public sealed interface Inviting {

    /**
     * The invitation stands.
     *
     * @param token for the link, known here and nowhere after
     * @param sent whether it went out; if not, the link is handed over by hand
     */
    record Invited(Invitation invitation, String token, boolean sent) implements Inviting {
        @Override
        public String toString() {
            return "Invited[" + invitation + "]";
        }
    }

    /** Neither an e-mail address nor a mobile number of the mainland. */
    record BadContact() implements Inviting {}

    record WorksHereAlready() implements Inviting {}

    /** As many as may wait at once. */
    record TooMany() implements Inviting {}
}
