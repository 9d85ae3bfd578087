package terrace.web.demo.aftersale;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.purchasers.Membership;
import terrace.marketplace.purchasers.PurchaserRole;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval;
import terrace.orders.approvals.Approvals;
import terrace.orders.approvals.Asking;

/** A canteen that buys: one person orders, two others approve; one purchase of theirs was approved, one waits. */
@Singleton
public class Canteen {
    /** Who orders for it. */
    public static final String BUYER = "member@demo.terrace";

    private static final String HEAD = "member02@demo.terrace";
    private static final String BOOKKEEPER = "member03@demo.terrace";
    private static final String NAME = "示例市机关食堂";
    private static final long LIMIT_FEN = 1_000;

    private final Purchasers purchasers;
    private final Approvals approvals;
    private final Accounts accounts;

    Canteen(Purchasers purchasers, Approvals approvals, Accounts accounts) {
        this.purchasers = purchasers;
        this.approvals = approvals;
        this.accounts = accounts;
    }

    /** Founds it where it is not there. */
    public void open() {
        UUID head = account(HEAD);
        if (purchasers.found(head, NAME) instanceof Membership.Done) {
            invite(head, BUYER, PurchaserRole.BUYER);
            invite(head, BOOKKEEPER, PurchaserRole.APPROVER);
        }
    }

    private void invite(UUID head, String name, PurchaserRole role) {
        Optional<Membership> invited = purchasers.invite(head, name, role, LIMIT_FEN, false);
        if (invited.orElse(null) instanceof Membership.Invited(String token, boolean _)) {
            purchasers.accept(account(name), token);
        }
    }

    /** A purchase of its buyer is the canteen's, and waits. */
    public void ask(UUID purchaseId) {
        approvals.ask(account(BUYER), purchaseId);
    }

    /** The same, and its head approves. */
    public void pass(UUID purchaseId) {
        if (approvals.ask(account(BUYER), purchaseId).orElse(null) instanceof Asking.Noted(Approval approval)
                && approval.state() == Approval.State.ASKED) {
            approvals.decide(account(HEAD), purchaseId, true, "");
        }
    }

    private UUID account(String name) {
        return accounts.bySignInName(name).map(Account::id).orElseThrow();
    }
}
