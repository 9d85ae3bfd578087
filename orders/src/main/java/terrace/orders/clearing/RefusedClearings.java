package terrace.orders.clearing;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.orders.ledger.Sql;

/** The door to accepted orders that banks will not clear. */
@Singleton
public class RefusedClearings {

    private final Sql sql;
    private final Audit audit;

    RefusedClearings(Sql sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Those accepted longest ago first. */
    @Transactional(readOnly = true)
    public List<RefusedClearing> oldest(int limit) {
        return sql.list(
                """
                select c.order_id, o.number, c.channel, c.accepted_on, coalesce(c.trouble, '') as trouble
                from orders.clearing c join orders.customer_order o on o.id = c.order_id
                where c.state = 'REFUSED' order by c.accepted_on, c.order_id limit ?""",
                row -> new RefusedClearing(
                        Sql.id(row, "order_id"),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getDate("accepted_on").toLocalDate(),
                        row.getString("trouble")),
                limit);
    }

    /** Has the bank told again; whether it was refused. Pressed twice, or by two, it is told once. */
    @Transactional
    public boolean tellAgain(UUID orderId, UUID by) {
        boolean refused = sql.change("""
                        update orders.clearing set state = 'WAITING', tries = 0, due_at = clock_timestamp()
                        where order_id = ? and state = 'REFUSED'""", orderId) == 1;
        if (refused) {
            audit.record(by.toString(), "clearing.told-again", "order:" + orderId, Map.of());
        }
        return refused;
    }
}
