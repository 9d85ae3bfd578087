package terrace.marketplace.staff;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.inbox.Wording;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.vault.Token;
import terrace.marketplace.vault.Vault;

/** Offers to join a shop, by a link that works once; the merchant comes first in every call of its own. */
@Singleton
public class Invitations {

    public static final int VALID_DAYS = 7;

    /** More than this no shop has waiting; it keeps the market from being used to write to strangers. */
    public static final int WAITING_MAX = 20;

    private static final int KEPT_DAYS = 90;
    private static final String PAGE = "/invitations/";

    private final InvitationRepository invitations;
    private final StaffRepository staff;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Inbox inbox;
    private final Wording wording;
    private final Audit audit;
    private final Vault vault;
    private final Clock clock;

    Invitations(
            InvitationRepository invitations,
            StaffRepository staff,
            Accounts accounts,
            Merchants merchants,
            Inbox inbox,
            Wording wording,
            Audit audit,
            Vault vault,
            Clock clock) {
        this.invitations = invitations;
        this.staff = staff;
        this.accounts = accounts;
        this.merchants = merchants;
        this.inbox = inbox;
        this.wording = wording;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /** Invites by e-mail address or mobile number; once more renews the link, and the older one is dead. */
    @Transactional
    public Inviting invite(UUID merchantId, String typed, StaffRole role, UUID actor, boolean english) {
        var contact = accounts.contact(typed);
        if (contact.isEmpty()) {
            return new Inviting.BadContact();
        }
        var known = accounts.bySignInName(contact.get()).map(Account::id);
        if (known.flatMap(id -> staff.of(merchantId, id)).isPresent()) {
            return new Inviting.WorksHereAlready();
        }
        staff.lock(merchantId);
        var index = index(contact.get());
        if (invitations.toContact(merchantId, index).isEmpty()
                && invitations.ofMerchant(merchantId).size() >= WAITING_MAX) {
            return new Inviting.TooMany();
        }
        var token = Token.random();
        invitations.invite(
                Ids.next(),
                merchantId,
                role.name(),
                vault.seal(contact.get()),
                index,
                Token.hash(token),
                actor,
                VALID_DAYS);
        var invitation = invitations.toContact(merchantId, index).orElseThrow().opened(vault, clock.now());
        record(actor, "staff.invited", invitation);
        boolean sent = inbox.tellStranger(
                contact.get(),
                "staff.invited",
                List.of(nameOf(merchantId), said(role, english), Integer.toString(VALID_DAYS)),
                PAGE + token,
                english);
        return new Inviting.Invited(invitation, token, sent);
    }

    /** Sends a new link to the same person; empty when nothing waits by this id. */
    @Transactional
    public Optional<Inviting> renew(UUID merchantId, UUID id, UUID actor, boolean english) {
        return invitations
                .ofMerchant(merchantId, id)
                .map(row -> invite(merchantId, vault.open(row.contact()), row.role(), actor, english));
    }

    /** False when nothing waits by this id. */
    @Transactional
    public boolean withdraw(UUID merchantId, UUID id, UUID actor) {
        var waiting = invitations.ofMerchant(merchantId, id);
        if (waiting.isEmpty() || invitations.withdraw(merchantId, id) == 0) {
            return false;
        }
        record(actor, "staff.invitation-withdrawn", waiting.get().opened(vault, clock.now()));
        return true;
    }

    /** Those that wait, the newest first; also those that are too old, to be renewed. */
    public List<Invitation> of(UUID merchantId) {
        return invitations.ofMerchant(merchantId).stream()
                .map(row -> row.opened(vault, clock.now()))
                .toList();
    }

    /** For the page behind the link. */
    public Optional<Invitation> byToken(String token) {
        return invitations.usable(Token.hash(token)).map(row -> row.opened(vault, clock.now()));
    }

    /** Joins, once; the account must sign in with the address or number the invitation went to. */
    @Transactional
    public Accepting accept(UUID accountId, String token) {
        var hash = Token.hash(token);
        var invitation = invitations.usable(hash);
        if (invitation.isEmpty()) {
            return new Accepting.Gone();
        }
        var account = accounts.byId(accountId).orElseThrow();
        if (!invitations.isTo(invitation.get().id(), index(account.signInName()))) {
            return new Accepting.NotYours();
        }
        if (invitations.accept(hash, accountId) == 0) {
            return new Accepting.Gone();
        }
        join(invitation.get(), account);
        return new Accepting.Joined(invitation.get().merchantId());
    }

    @Transactional
    void clear() {
        invitations.clear(KEPT_DAYS);
    }

    private void join(InvitationRow invitation, Account account) {
        var merchantId = invitation.merchantId();
        var role = invitation.role();
        if (staff.joinAnew(merchantId, account.id(), role.name()) == 0) {
            return;
        }
        accounts.grant(account.id(), terrace.marketplace.accounts.Role.MERCHANT);
        audit.record(
                "account:" + account.id(),
                "staff.joined",
                "merchant:" + merchantId,
                Map.of("role", role.name(), "invitation", invitation.id().toString()));
        var owners = staff.ofMerchant(merchantId).stream()
                .filter(member -> member.role() == StaffRole.OWNER)
                .map(StaffRow::accountId)
                .filter(owner -> !owner.equals(account.id()))
                .toList();
        inbox.tellAll(
                owners,
                new News(
                        NewsKind.SECURITY,
                        "staff-joined:" + invitation.id(),
                        "staff.joined",
                        List.of(nameOf(merchantId), account.name(), said(role, false)),
                        "/merchant/staff",
                        false));
    }

    private void record(UUID actor, String act, Invitation invitation) {
        audit.record(
                "account:" + actor,
                act,
                "merchant:" + invitation.merchantId(),
                Map.of(
                        "invitation",
                        invitation.id().toString(),
                        "role",
                        invitation.role().name()));
    }

    private String nameOf(UUID merchantId) {
        return merchants.byId(merchantId).orElseThrow().name();
    }

    private String said(StaffRole role, boolean english) {
        return wording.title("role." + role, List.of(), english);
    }

    private byte[] index(String contact) {
        return vault.blindIndex("staff-invitation:" + contact);
    }
}
