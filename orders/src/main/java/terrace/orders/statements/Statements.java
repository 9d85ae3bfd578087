package terrace.orders.statements;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The door to what merchants read of their money. Nothing is kept: books that only grow say the same of the past. */
@Singleton
public class Statements {

    private final StatementRows rows;

    Statements(StatementRows rows) {
        this.rows = rows;
    }

    /** A merchant's statement of some days, by the moment things were written down. */
    @Transactional(readOnly = true)
    public Statement of(UUID merchantId, Period period) {
        return new Statement(
                merchantId,
                period,
                rows.balanceBefore(merchantId, period.begins()),
                rows.lines(merchantId, period),
                rows.balanceBefore(merchantId, period.ends()));
    }

    /** The lines objected to, by objection; none for a journal that is not about that merchant's money. */
    @Transactional(readOnly = true)
    public Map<UUID, StatementLine> objectedTo(Collection<Objection> objections) {
        return rows.objectedTo(objections);
    }
}
