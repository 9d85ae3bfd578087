package terrace.orders.purchases;

import static terrace.orders.purchases.Columns.uuid;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.orders.ledger.Bearer;
import terrace.orders.payment.PayableOutcome.Accepted;
import terrace.orders.payment.PayableOutcome.EscrowShare;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.payment.PayableOutcome.Subsidy;

/** Where the money of a purchase goes, and what others add to it. */
@Singleton
class PurchaseParts {

    private static final String CASH = """
            select id, merchant_id, total_fen - discount_fen - subsidy_fen as fen
            from orders.customer_order where purchase_id = ? order by id
            """;
    private static final String SUBSIDIES = """
            select s.order_id, s.bearer, s.bearer_id, sum(s.fen)::bigint as fen
            from orders.customer_order o join orders.line_share s on s.order_id = o.id
            where o.purchase_id = ? and s.bearer <> 'MERCHANT'
            group by s.order_id, s.bearer, s.bearer_id order by s.order_id, s.bearer, s.bearer_id
            """;

    private final JdbcOperations jdbc;

    PurchaseParts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Accepted of(PurchaseRows.Row purchase) {
        String charity = purchase.donationTo();
        return new Accepted(
                cash(purchase.id()),
                charity == null ? List.of() : List.of(new Gift(charity, purchase.donationFen())),
                purchase.subsidyFen() == 0 ? List.of() : subsidies(purchase.id()));
    }

    List<EscrowShare> cash(UUID purchaseId) {
        return jdbc.prepareStatement(CASH, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            List<EscrowShare> shares = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shares.add(new EscrowShare(uuid(row, "id"), uuid(row, "merchant_id"), row.getLong("fen")));
                }
            }
            return shares;
        });
    }

    private List<Subsidy> subsidies(UUID purchaseId) {
        return jdbc.prepareStatement(SUBSIDIES, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            List<Subsidy> subsidies = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID order = uuid(row, "order_id");
                    Bearer bearer = Bearer.valueOf(row.getString("bearer"));
                    long fen = row.getLong("fen");
                    bearer.fund(row.getObject("bearer_id", UUID.class))
                            .ifPresent(fund -> subsidies.add(new Subsidy(order, fund, fen)));
                }
            }
            return subsidies;
        });
    }
}
