package terrace.marketplace.accounts;

import jakarta.inject.Singleton;
import java.util.Locale;

/** New passwords for those who forgot theirs, by a link in a letter. */
@Singleton
public class PasswordResets {

    /** How long a link can be used. */
    public static final int VALID_MINUTES = 30;

    PasswordResets() {}

    /** Asks for a letter; nothing tells whether the account exists, and too many requests are dropped in silence. */
    public void ask(String signInName, String address, Locale language) {
        throw new UnsupportedOperationException();
    }

    /** Whether the link of a letter may still be used; for the page with the form. */
    public boolean usable(String token) {
        throw new UnsupportedOperationException();
    }

    /** Sets the password once, and ends all sessions. */
    public PasswordChange reset(String token, String wanted, String address) {
        throw new UnsupportedOperationException();
    }
}
