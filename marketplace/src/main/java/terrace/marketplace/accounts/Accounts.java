package terrace.marketplace.accounts;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People who may sign in. */
@Singleton
public class Accounts {

    /** The longest name to be called by. */
    public static final int NAME_CHARACTERS_MAX = 40;

    Accounts() {}

    /** Makes a member; {@code address} is the network address of the request, for limiting attempts. */
    public Registration register(String signInName, String password, String name, String address) {
        throw new UnsupportedOperationException();
    }

    /** Checks name and password; takes equally long for unknown names. */
    public SignIn signIn(String signInName, String password, String address) {
        throw new UnsupportedOperationException();
    }

    /** Changes the password and ends all sessions, the present one too: open a new one afterwards. */
    public PasswordChange changePassword(UUID accountId, String current, String wanted) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> byId(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, Account> byIds(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** For people who act for the market, not for pages anyone may call: it tells who is registered. */
    public Optional<Account> bySignInName(String signInName) {
        throw new UnsupportedOperationException();
    }

    /** Makes an account with these roles, or returns the one that has the name, unchanged, as Registered. */
    public Registration create(String signInName, String password, String name, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    /** For the command that makes the first operator. */
    public Registration createOperator(String signInName, String password, String name) {
        throw new UnsupportedOperationException();
    }

    /** Adds a role; open sessions learn of it within seconds. */
    public void grant(UUID accountId, Role role) {
        throw new UnsupportedOperationException();
    }

    /** Takes a role away and ends all sessions. */
    public void revoke(UUID accountId, Role role) {
        throw new UnsupportedOperationException();
    }

    /** Whether this account has to prove itself a second time: staff of any kind, outside the demo market. */
    public boolean requiresSecondFactor(Account account) {
        throw new UnsupportedOperationException();
    }
}
