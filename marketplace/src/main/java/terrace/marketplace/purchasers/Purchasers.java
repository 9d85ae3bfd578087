package terrace.marketplace.purchasers;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.vault.Token;
import terrace.marketplace.vault.Vault;

/** The door to organisations that buy; the person who acts comes first, and acts for their own organisation only. */
@Singleton
public class Purchasers {
    public static final int NAME_CHARS_MIN = 2;
    public static final int NAME_CHARS_MAX = 60;
    public static final long LIMIT_FEN_MAX = 100_000_000;
    public static final int VALID_DAYS = 7;

    private static final int WAITING_MAX = 20;
    private static final String PAGE = "/purchaser-invitations/";

    private final PurchaserRows rows;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Audit audit;
    private final Vault vault;

    Purchasers(PurchaserRows rows, Accounts accounts, Inbox inbox, Audit audit, Vault vault) {
        this.rows = rows;
        this.accounts = accounts;
        this.inbox = inbox;
        this.audit = audit;
        this.vault = vault;
    }

    /** Whom this account buys for; empty for most. */
    @Transactional(readOnly = true)
    public Optional<PurchaserPerson> person(UUID accountId) {
        return rows.people("account_id = ?", accountId).stream().findFirst();
    }

    /** The same, held fast: of two acts at once of one person the second sees the first. */
    @Transactional
    public Optional<PurchaserPerson> lock(UUID accountId) {
        return rows.people("account_id = ? for update", accountId).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<String> name(UUID purchaserId) {
        return rows.name(purchaserId, false);
    }

    /** In order of joining. */
    @Transactional(readOnly = true)
    public List<PurchaserPerson> people(UUID purchaserId) {
        return rows.people("purchaser_id = ? order by joined_at, account_id", purchaserId);
    }

    /** Those that wait, the newest first. */
    @Transactional(readOnly = true)
    public List<PurchaserInvitation> invitations(UUID purchaserId) {
        return rows.invitations("purchaser_id = ? order by invited_at desc", purchaserId);
    }

    /** Founds an organisation, its founder its first approver. */
    @Transactional
    public Membership found(UUID accountId, String typedName) {
        String name = typedName.strip();
        if (name.length() < NAME_CHARS_MIN || name.length() > NAME_CHARS_MAX) {
            return new Membership.BadName();
        }
        Optional<PurchaserPerson> before = lock(accountId);
        if (before.isPresent()) {
            return new Membership.ElsewhereAlready();
        }
        UUID id = Ids.next();
        rows.change("insert into marketplace.purchaser (id, name, founded_by) values (?, ?, ?)", id, name, accountId);
        if (join(id, accountId, PurchaserRole.APPROVER, 0)) {
            audit.record("account:" + accountId, "purchaser.founded", "purchaser:" + id, Map.of("name", name));
            return new Membership.Done(id);
        }
        // somebody was quicker with the same account
        rows.change("delete from marketplace.purchaser where id = ?", id);
        return new Membership.ElsewhereAlready();
    }

    private boolean join(UUID purchaserId, UUID accountId, PurchaserRole role, long limitFen) {
        return rows.change("""
                        insert into marketplace.purchaser_person (account_id, purchaser_id, role, limit_fen)
                        values (?, ?, ?, ?) on conflict (account_id) do nothing
                        """, accountId, purchaserId, role.name(), limitFen) > 0;
    }

    /**
     * Invites a colleague by e-mail address or mobile number; once more renews the link. Empty when who asks is no
     * approver.
     */
    @Transactional
    public Optional<Membership> invite(
            UUID approverId, String typed, PurchaserRole role, long limitFen, boolean english) {
        return approver(approverId).map(approver -> {
            Optional<String> contact = accounts.contact(typed);
            if (contact.isEmpty()) {
                return new Membership.BadContact();
            }
            boolean renewed = rows.change(
                            "delete from marketplace.purchaser_invitation where purchaser_id = ? and contact_index = ?"
                                    + " and accepted_by is null",
                            approver.purchaserId(),
                            index(contact.get()))
                    > 0;
            if (!renewed && invitations(approver.purchaserId()).size() >= WAITING_MAX) {
                return new Membership.TooMany();
            }
            String token = offer(approver, contact.get(), role, limitFen);
            audit.record(
                    "account:" + approverId,
                    "purchaser.invited",
                    "purchaser:" + approver.purchaserId(),
                    Map.of("role", role.name(), "limitFen", Long.toString(limitFen)));
            boolean sent = inbox.tellStranger(
                    contact.get(),
                    "purchaser.invited",
                    List.of(rows.name(approver.purchaserId(), false).orElseThrow(), Integer.toString(VALID_DAYS)),
                    PAGE + token,
                    english);
            return new Membership.Invited(token, sent);
        });
    }

    /** The token of the link. */
    private String offer(PurchaserPerson approver, String contact, PurchaserRole role, long limitFen) {
        String token = Token.random();
        rows.change(
                """
                insert into marketplace.purchaser_invitation
                    (id, purchaser_id, role, limit_fen, contact, contact_index, token_hash, invited_by, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, marketplace.clock_now() + make_interval(days => ?))
                """,
                Ids.next(),
                approver.purchaserId(),
                role.name(),
                limitFen,
                vault.seal(contact),
                index(contact),
                Token.hash(token),
                approver.accountId(),
                VALID_DAYS);
        return token;
    }

    /** For the page behind the link. */
    @Transactional(readOnly = true)
    public Optional<PurchaserInvitation> byToken(String token) {
        return rows.invitations("token_hash = ?", Token.hash(token)).stream().findFirst();
    }

    /** Joins, once; the account must sign in with the address or number the invitation went to. */
    @Transactional
    public Membership accept(UUID accountId, String token) {
        Optional<PurchaserInvitation> found = rows.invitations("token_hash = ? for update", Token.hash(token)).stream()
                .findFirst();
        if (found.isEmpty()) {
            return new Membership.Gone();
        }
        PurchaserInvitation invitation = found.get();
        if (!accounts.byId(accountId).orElseThrow().signInName().equals(invitation.contact())) {
            return new Membership.NotYours();
        }
        if (!join(invitation.purchaserId(), accountId, invitation.role(), invitation.limitFen())) {
            return new Membership.ElsewhereAlready();
        }
        rows.change(
                "update marketplace.purchaser_invitation set accepted_by = ? where id = ?", accountId, invitation.id());
        audit.record(
                "account:" + accountId,
                "purchaser.joined",
                "purchaser:" + invitation.purchaserId(),
                Map.of("role", invitation.role().name()));
        return new Membership.Done(invitation.purchaserId());
    }

    /** Empty when who asks is no approver; gone when nothing waits by this id. */
    @Transactional
    public Optional<Membership> withdraw(UUID approverId, UUID invitationId) {
        return approver(approverId)
                .map(approver -> rows.change(
                                        "delete from marketplace.purchaser_invitation where id = ?"
                                                + " and purchaser_id = ? and accepted_by is null",
                                        invitationId,
                                        approver.purchaserId())
                                > 0
                        ? new Membership.Done(approver.purchaserId())
                        : new Membership.Gone());
    }

    /** Another role and limit for a colleague, or for oneself; empty when who asks is no approver. */
    @Transactional
    public Optional<Membership> change(UUID approverId, UUID accountId, PurchaserRole role, long limitFen) {
        return approver(approverId).map(approver -> {
            List<PurchaserPerson> people = people(approver.purchaserId());
            if (people.stream().noneMatch(person -> person.accountId().equals(accountId))) {
                return new Membership.Gone();
            }
            if (role == PurchaserRole.BUYER && lastApprover(people, accountId)) {
                return new Membership.LastApprover();
            }
            rows.change(
                    "update marketplace.purchaser_person set role = ?, limit_fen = ? where account_id = ?",
                    role.name(),
                    limitFen,
                    accountId);
            audit.record(
                    "account:" + approverId,
                    "purchaser.person-changed",
                    "purchaser:" + approver.purchaserId(),
                    Map.of("account", accountId.toString(), "role", role.name(), "limitFen", Long.toString(limitFen)));
            return new Membership.Done(approver.purchaserId());
        });
    }

    /** An approver takes a colleague out, or anybody oneself; empty when the actor may not. */
    @Transactional
    public Optional<Membership> remove(UUID actorId, UUID accountId) {
        Optional<PurchaserPerson> actor = actorId.equals(accountId) ? person(actorId) : approver(actorId);
        return actor.map(found -> {
            rows.name(found.purchaserId(), true);
            List<PurchaserPerson> people = people(found.purchaserId());
            if (people.stream().noneMatch(person -> person.accountId().equals(accountId))) {
                return new Membership.Gone();
            }
            if (lastApprover(people, accountId)) {
                return new Membership.LastApprover();
            }
            rows.change("delete from marketplace.purchaser_person where account_id = ?", accountId);
            audit.record(
                    "account:" + actorId,
                    "purchaser.person-removed",
                    "purchaser:" + found.purchaserId(),
                    Map.of("account", accountId.toString()));
            return new Membership.Done(found.purchaserId());
        });
    }

    private static boolean lastApprover(List<PurchaserPerson> people, UUID accountId) {
        return people.stream()
                .filter(PurchaserPerson::approver)
                .allMatch(person -> person.accountId().equals(accountId));
    }

    /** Holds the organisation fast: of two approvers who leave at once the second sees that the first is gone. */
    private Optional<PurchaserPerson> approver(UUID accountId) {
        Optional<PurchaserPerson> person = person(accountId).filter(PurchaserPerson::approver);
        person.ifPresent(found -> rows.name(found.purchaserId(), true));
        return person.flatMap(found -> person(accountId)).filter(PurchaserPerson::approver);
    }

    private byte[] index(String contact) {
        return vault.blindIndex("purchaser-invitation:" + contact);
    }
}
