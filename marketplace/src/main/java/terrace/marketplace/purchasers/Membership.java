package terrace.marketplace.purchasers;

import java.util.UUID;

/** What became of a change among an organisation's people. */
public sealed interface Membership {

    /** It is so, now or before. */
    record Done(UUID purchaserId) implements Membership {}

    /** Invited; the token is for the link and known here only. */
    record Invited(String token, boolean sent) implements Membership {
        @Override
        public String toString() {
            return "Invited[" + sent + "]";
        }
    }

    /** The organisation's name is too short or too long. */
    record BadName() implements Membership {}

    /** Neither an e-mail address nor a mobile number of the mainland. */
    record BadContact() implements Membership {}

    /** As many invitations as may wait at once. */
    record TooMany() implements Membership {}

    /** Buys for an organisation already; nobody buys for two. */
    record ElsewhereAlready() implements Membership {}

    /** The invitation went to somebody else's address or number. */
    record NotYours() implements Membership {}

    /** The invitation was used or withdrawn, or is too old; or there is no such person. */
    record Gone() implements Membership {}

    /** Somebody must be left who can approve. */
    record LastApprover() implements Membership {}
}
