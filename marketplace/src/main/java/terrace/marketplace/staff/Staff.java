package terrace.marketplace.staff;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.inbox.Wording;
import terrace.marketplace.merchants.Merchants;

/** Which accounts act for which merchant. */
@Singleton
public class Staff {

    private final StaffRepository staff;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Inbox inbox;
    private final Wording wording;
    private final Audit audit;

    Staff(StaffRepository staff, Accounts accounts, Merchants merchants, Inbox inbox, Wording wording, Audit audit) {
        this.staff = staff;
        this.accounts = accounts;
        this.merchants = merchants;
        this.inbox = inbox;
        this.wording = wording;
        this.audit = audit;
    }

    /** The one chosen last comes first, then in order of joining; the first is the one worked for. */
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

    /** Leaves; the role MERCHANT goes with the last merchant. For those who tidy up; people go by {@link #remove}. */
    @Transactional
    public void leave(UUID merchantId, UUID accountId) {
        if (staff.leave(merchantId, accountId) > 0) {
            if (staff.ofAccount(accountId).isEmpty()) {
                accounts.revoke(accountId, Role.MERCHANT);
            }
            audit.record("account:" + accountId, "staff.left", "merchant:" + merchantId, Map.of());
        }
    }

    /** Works for this shop from now on; false when the account does not work there. */
    @Transactional
    public boolean choose(UUID merchantId, UUID accountId) {
        return staff.choose(merchantId, accountId) > 0;
    }

    /** Takes somebody out of the shop, at their own wish or an owner's. */
    @Transactional
    public Leaving remove(UUID merchantId, UUID accountId, UUID actor) {
        staff.lock(merchantId);
        var member = staff.of(merchantId, accountId);
        if (member.isEmpty()) {
            return new Leaving.Absent();
        }
        if (lastOwner(member.get())) {
            return new Leaving.LastOwner();
        }
        staff.leave(merchantId, accountId);
        if (staff.ofAccount(accountId).isEmpty()) {
            accounts.revoke(accountId, Role.MERCHANT);
        }
        record(actor, "staff.removed", merchantId, accountId, member.get().role());
        tell(accountId, "staff.removed", merchantId, List.of());
        return new Leaving.Done();
    }

    /** Gives somebody another role; the same once more changes nothing. */
    @Transactional
    public Leaving change(UUID merchantId, UUID accountId, StaffRole role, UUID actor) {
        staff.lock(merchantId);
        var member = staff.of(merchantId, accountId);
        if (member.isEmpty()) {
            return new Leaving.Absent();
        }
        if (role != StaffRole.OWNER && lastOwner(member.get())) {
            return new Leaving.LastOwner();
        }
        if (staff.join(merchantId, accountId, role.name()) > 0) {
            record(actor, "staff.role-changed", merchantId, accountId, role);
            tell(accountId, "staff.role", merchantId, List.of(wording.title("role." + role, List.of(), false)));
        }
        return new Leaving.Done();
    }

    private boolean lastOwner(StaffRow member) {
        return member.role() == StaffRole.OWNER
                && staff.ofMerchant(member.merchantId()).stream()
                                .filter(each -> each.role() == StaffRole.OWNER)
                                .count()
                        == 1;
    }

    private void record(UUID actor, String act, UUID merchantId, UUID accountId, StaffRole role) {
        audit.record(
                "account:" + actor,
                act,
                "merchant:" + merchantId,
                Map.of("account", accountId.toString(), "role", role.name()));
    }

    private void tell(UUID accountId, String key, UUID merchantId, List<String> words) {
        var all =
                new ArrayList<>(List.of(merchants.byId(merchantId).orElseThrow().name()));
        all.addAll(words);
        inbox.tell(accountId, new News(NewsKind.SHOP, key + ":" + Ids.next(), key, all, "/account", false));
    }
}
