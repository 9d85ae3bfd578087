package terrace.marketplace.staff;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which accounts act for which merchant. */
@Singleton
public class Staff {

    Staff() {}

    /** In order of joining; the first is the one shown when someone acts for several. */
    public List<UUID> merchantsOf(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    public Optional<StaffRole> roleOf(UUID merchantId, UUID accountId) {
        throw new UnsupportedOperationException();
    }

    public List<StaffMember> of(UUID merchantId) {
        throw new UnsupportedOperationException();
    }

    /** Joins, or changes the role of who has joined before; gives the account the role MERCHANT. */
    public void join(UUID merchantId, UUID accountId, StaffRole role) {
        throw new UnsupportedOperationException();
    }

    /** Leaves; the role MERCHANT goes with the last merchant. */
    public void leave(UUID merchantId, UUID accountId) {
        throw new UnsupportedOperationException();
    }
}
