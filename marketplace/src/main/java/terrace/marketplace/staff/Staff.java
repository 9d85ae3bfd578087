package terrace.marketplace.staff;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;

/** Which accounts act for which merchant. */
@Singleton
public class Staff {

    private final StaffRepository staff;
    private final Accounts accounts;
    private final Audit audit;

    Staff(StaffRepository staff, Accounts accounts, Audit audit) {
        this.staff = staff;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** In order of joining; the first is the one shown when someone acts for several. */
    public List<UUID> merchantsOf(UUID accountId) {
        return staff.ofAccount(accountId).stream().map(StaffRow::merchantId).toList();
    }

    public Optional<StaffRole> roleOf(UUID merchantId, UUID accountId) {
        return staff.of(merchantId, accountId).map(StaffRow::role);
    }

    public List<StaffMember> of(UUID merchantId) {
        return staff.ofMerchant(merchantId).stream().map(StaffRow::member).toList();
    }

    /** Joins, or changes the role of who has joined before; gives the account the role MERCHANT. */
    @Transactional
    public void join(UUID merchantId, UUID accountId, StaffRole role) {
        if (staff.join(merchantId, accountId, role.name()) > 0) {
            accounts.grant(accountId, Role.MERCHANT);
            audit.record("account:" + accountId, "staff.joined", "merchant:" + merchantId, Map.of("role", role.name()));
        }
    }

    /** Leaves; the role MERCHANT goes with the last merchant. */
    @Transactional
    public void leave(UUID merchantId, UUID accountId) {
        if (staff.leave(merchantId, accountId) > 0) {
            if (staff.ofAccount(accountId).isEmpty()) {
                accounts.revoke(accountId, Role.MERCHANT);
            }
            audit.record("account:" + accountId, "staff.left", "merchant:" + merchantId, Map.of());
        }
    }
}
