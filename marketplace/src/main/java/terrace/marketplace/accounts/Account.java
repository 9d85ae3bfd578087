package terrace.marketplace.accounts;

import java.util.Set;
import java.util.UUID;

/** Someone who may sign in. */
public record Account(UUID id, String signInName, String name, Set<Role> roles, Status status) {

    public enum Status {
        OPEN,
        CLOSED
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Anyone who acts for others: merchants' people, organisers, operators. */
    public boolean staff() {
        return roles.stream().anyMatch(role -> role != Role.MEMBER);
    }

    /** Sign-in name and name are personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Account[" + id + " " + roles + " " + status + "]";
    }
}
