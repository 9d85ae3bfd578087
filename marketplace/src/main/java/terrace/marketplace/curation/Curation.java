package terrace.marketplace.curation;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommenders;

/**
 * The door to arranging pavilions' pages. An arrangement is made, looked at, begun now or on its day; taking one back
 * brings back the one before. Who asks comes first: a pavilion somebody may not arrange is absent.
 */
@Singleton
public class Curation {

    private static final int SHOWN_MAX = 20;

    private final CurationRows rows;
    private final Pavilions pavilions;
    private final Recommenders recommenders;
    private final Audit audit;

    Curation(CurationRows rows, Pavilions pavilions, Recommenders recommenders, Audit audit) {
        this.rows = rows;
        this.pavilions = pavilions;
        this.recommenders = recommenders;
        this.audit = audit;
    }

    /** What somebody may arrange: an operator all, who speaks for a co-owner its own, an organiser those given. */
    @Connectable
    public List<Pavilion> of(Account account) {
        if (account.is(Role.OPERATOR)) {
            return pavilions.all();
        }
        Set<String> given = account.is(Role.ORGANISER) ? rows.curatedBy(account.id()) : Set.of();
        Optional<UUID> partner = recommenders.of(account.id()).map(recommender -> recommender.partnerId());
        return pavilions.all().stream()
                .filter(pavilion -> given.contains(pavilion.code())
                        || partner.filter(pavilion.partnerIds()::contains).isPresent())
                .toList();
    }

    @Connectable
    public Optional<Pavilion> of(Account account, String code) {
        return of(account).stream()
                .filter(pavilion -> pavilion.code().equals(code))
                .findFirst();
    }

    /** Lets an organiser arrange a pavilion; false when they might before. */
    @Transactional
    public boolean appoint(String code, UUID accountId, String actor) {
        boolean appointed = rows.appoint(code, accountId) == 1;
        if (appointed) {
            audit.record(actor, "pavilion.curator-appointed", "pavilion:" + code, Map.of("account", "" + accountId));
        }
        return appointed;
    }

    /** Organisers who may arrange a pavilion, whoever else may. */
    @Connectable
    public Set<UUID> curators(String code) {
        return rows.curators(code);
    }

    /** From now on an organiser may arrange it no more; what they arranged stays. False when they might not anyhow. */
    @Transactional
    public boolean dismiss(String code, UUID accountId, String actor) {
        boolean dismissed = rows.dismiss(code, accountId) == 1;
        if (dismissed) {
            audit.record(actor, "pavilion.curator-dismissed", "pavilion:" + code, Map.of("account", "" + accountId));
        }
        return dismissed;
    }

    /** What the public sees now. */
    @Connectable
    public Arrangement.Content holding(String code) {
        return rows.holding(code).map(Arrangement::content).orElse(Arrangement.Content.PLAIN);
    }

    /** The newest first; empty for a pavilion that is not theirs. */
    @Connectable
    public Optional<List<Arrangement>> newest(Account account, String code) {
        return of(account, code).map(pavilion -> rows.newest(code, SHOWN_MAX));
    }

    @Connectable
    public Optional<Arrangement> byId(Account account, String code, UUID id) {
        return of(account, code).flatMap(pavilion -> rows.byId(code, id));
    }

    /** Its id, while it holds. */
    @Connectable
    public Optional<UUID> holdingId(String code) {
        return rows.holding(code).map(Arrangement::id);
    }

    /**
     * Keeps a draft; nobody sees it yet.
     *
     * @param id minted when the page was shown, so that a form sent twice is one draft
     * @return false for a pavilion that is not theirs
     */
    @Transactional
    public boolean draft(Account account, String code, UUID id, Arrangement.Content content) {
        if (of(account, code).isEmpty()) {
            return false;
        }
        if (rows.insert(id, code, content, account.id())) {
            note(account, "arrangement.drafted", code, id);
        }
        return rows.byId(code, id).isPresent();
    }

    /** @param at when it is to begin; null, or a moment that has passed, for now */
    @Transactional
    public boolean begin(Account account, String code, UUID id, @Nullable Instant at) {
        if (byId(account, code, id).isEmpty()) {
            return false;
        }
        if (rows.start(code, id, at) == 1) {
            note(account, "arrangement.begun", code, id);
        }
        return true;
    }

    /** Takes one back, begun or not; the one before it holds again. */
    @Transactional
    public boolean withdraw(Account account, String code, UUID id) {
        if (byId(account, code, id).isEmpty()) {
            return false;
        }
        if (rows.withdraw(code, id, account.id()) == 1) {
            note(account, "arrangement.withdrawn", code, id);
        }
        return true;
    }

    private void note(Account account, String act, String code, UUID id) {
        audit.record("account:" + account.id(), act, "pavilion:" + code, Map.of("arrangement", id.toString()));
    }
}
