package terrace.orders.approvals;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.money.Money;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval.State;

/** Puts each word on record with both names, and tells the other side. */
@Singleton
class ApprovalLetters {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Clock.ZONE);

    private final Accounts accounts;
    private final Purchasers purchasers;
    private final Inbox inbox;
    private final Audit audit;

    ApprovalLetters(Accounts accounts, Purchasers purchasers, Inbox inbox, Audit audit) {
        this.accounts = accounts;
        this.purchasers = purchasers;
        this.inbox = inbox;
        this.audit = audit;
    }

    /** @param payBy until when the goods are kept */
    void noted(Approval approval, Collection<UUID> approvers, Instant payBy) {
        record(approval, approval.buyerId(), "purchase." + approval.state().name());
        if (approval.state() == State.ASKED) {
            List<String> words = List.of(
                    name(approval.buyerId()),
                    purchasers.name(approval.purchaserId()).orElse(""),
                    Money.grouped(approval.fen()),
                    TIME.format(payBy));
            inbox.tellAll(approvers, news(approval, "asked", words, "/account/purchaser"));
        }
    }

    void decided(Approval approval) {
        UUID by = Objects.requireNonNull(approval.decidedBy());
        record(approval, by, "purchase." + approval.state().name());
        boolean approved = approval.state() == State.APPROVED;
        List<String> words = approved
                ? List.of(name(by), Money.grouped(approval.fen()))
                : List.of(name(by), Money.grouped(approval.fen()), approval.reason());
        inbox.tell(
                approval.buyerId(),
                news(approval, approved ? "approved" : "refused", words, "/purchases/" + approval.purchaseId()));
    }

    private static News news(Approval approval, String what, List<String> words, String path) {
        return new News(
                NewsKind.MONEY,
                "purchase-" + what + ":" + approval.purchaseId(),
                "purchase." + what,
                words,
                path,
                false);
    }

    private void record(Approval approval, UUID actor, String act) {
        audit.record(
                "account:" + actor,
                act.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "purchase:" + approval.purchaseId(),
                Map.of(
                        "buyer", approval.buyerId().toString(),
                        "purchaser", approval.purchaserId().toString(),
                        "fen", Long.toString(approval.fen()),
                        "limitFen", Long.toString(approval.limitFen())));
    }

    private String name(UUID accountId) {
        return accounts.byId(accountId).map(Account::name).orElse("");
    }
}
