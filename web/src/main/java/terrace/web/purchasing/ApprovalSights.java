package terrace.web.purchasing;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.purchasers.PurchaserPerson;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval;
import terrace.orders.approvals.Approvals;
import terrace.web.signin.Visitor;

/** Says on the page of a purchase whether it is an organisation's, and who has to do something. */
@Singleton
public class ApprovalSights {
    private final Purchasers purchasers;
    private final Approvals approvals;
    private final Accounts accounts;

    ApprovalSights(Purchasers purchasers, Approvals approvals, Accounts accounts) {
        this.purchasers = purchasers;
        this.approvals = approvals;
        this.accounts = accounts;
    }

    public ApprovalSight of(Visitor visitor, UUID purchaseId) {
        if (visitor.household() != null) {
            return new ApprovalSight("", "", "", "");
        }
        Optional<Approval> approval = approvals.ofBuyer(visitor.memberId(), purchaseId);
        String purchaser = approval.map(Approval::purchaserId)
                .or(() -> purchasers.person(visitor.memberId()).map(PurchaserPerson::purchaserId))
                .flatMap(purchasers::name)
                .orElse("");
        return approval.map(found ->
                        new ApprovalSight(purchaser, found.state().name(), name(found.decidedBy()), found.reason()))
                .orElseGet(() -> new ApprovalSight(purchaser, "", "", ""));
    }

    /** By id, those that are there. */
    Map<UUID, Account> accounts(Stream<@Nullable UUID> accountIds) {
        return accounts.byIds(accountIds.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private String name(@Nullable UUID accountId) {
        return accountId == null
                ? ""
                : accounts.byId(accountId).map(Account::name).orElse("");
    }
}
