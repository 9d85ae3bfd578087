package terrace.marketplace.centres;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.curation.Curation;

/** The door to places and fairs of pavilions. Those who may arrange a pavilion's page keep them; false for others. */
@Singleton
public class Centres {

    private static final int FAIRS_MAX = 20;

    private final CentreRepository rows;
    private final Curation curation;
    private final Audit audit;
    private final Clock clock;

    Centres(CentreRepository rows, Curation curation, Audit audit, Clock clock) {
        this.rows = rows;
        this.curation = curation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Centres first. */
    public List<Point> points(String code) {
        return rows.points(code, Point.POINTS_MAX);
    }

    /** Those that are not over, the next first. */
    public List<Fair> fairs(String code) {
        return rows.fairs(code, clock.today(), FAIRS_MAX);
    }

    /** Adds a place, once for its id. */
    @Transactional
    public boolean add(Account account, String code, Point point) {
        return may(account, code)
                && noted(
                        rows.addPoint(
                                point.id(),
                                code,
                                point.kind().name(),
                                point.name(),
                                point.nameEn(),
                                point.street(),
                                point.hours()),
                        account,
                        "pavilion.place-added",
                        code,
                        point.id());
    }

    /** Adds a fair, once for its id. */
    @Transactional
    public boolean add(Account account, String code, Fair fair) {
        return may(account, code)
                && noted(
                        rows.addFair(
                                fair.id(),
                                code,
                                fair.name(),
                                fair.nameEn(),
                                fair.street(),
                                fair.firstDay(),
                                fair.lastDay()),
                        account,
                        "pavilion.fair-added",
                        code,
                        fair.id());
    }

    /** Takes a place or a fair away. */
    @Transactional
    public boolean remove(Account account, String code, UUID id) {
        return may(account, code)
                && noted(
                        rows.removePoint(code, id) + rows.removeFair(code, id),
                        account,
                        "pavilion.place-removed",
                        code,
                        id);
    }

    private boolean may(Account account, String code) {
        return curation.of(account, code).isPresent();
    }

    private boolean noted(int changed, Account account, String act, String code, UUID id) {
        if (changed > 0) {
            audit.record("account:" + account.id(), act, "pavilion:" + code, Map.of("id", id.toString()));
        }
        return true;
    }
}
