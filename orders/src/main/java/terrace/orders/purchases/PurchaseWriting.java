package terrace.orders.purchases;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.purchases.NewPurchase.NewLine;
import terrace.orders.purchases.NewPurchase.NewOrder;

/**
 * Writes purchases with their orders and lines: one statement, whatever their number, because checkout is a hot path.
 */
@Singleton
class PurchaseWriting {

    private static final String WRITE = """
            with now as materialized (select marketplace.clock_now() as at), purchase as (
                insert into orders.purchase (id, member_id, goods_fen, freight_fen, total_fen,
                    discount_fen, subsidy_fen, donation_fen, donation_to,
                    recipient_sealed, phone_sealed, street_sealed, county_code, placed_at, pay_by)
                select n.id, n.member_id, n.goods_fen, n.freight_fen, n.goods_fen + n.freight_fen,
                    n.discount_fen, n.subsidy_fen, n.donation_fen, n.donation_to,
                    n.recipient, n.phone, n.street, n.county_code, now.at, now.at + make_interval(secs => ?)
                from now cross join unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[])
                    as n (id, member_id, goods_fen, freight_fen, discount_fen, subsidy_fen,
                        donation_fen, donation_to, recipient, phone, street, county_code)
                order by n.id
                on conflict (id) do nothing
                returning id, member_id, placed_at, pay_by
            ), placed as (
                insert into orders.customer_order (id, number, purchase_id, member_id, merchant_id,
                    goods_fen, freight_fen, total_fen, discount_fen, subsidy_fen, commission_basis_points, placed_at)
                select n.id, n.number, p.id, p.member_id, n.merchant_id,
                    n.goods_fen, n.freight_fen, n.goods_fen + n.freight_fen, n.discount_fen, n.subsidy_fen,
                    n.commission, p.placed_at
                from purchase p join unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::int[])
                    as n (id, purchase_id, number, merchant_id, goods_fen, freight_fen, discount_fen, subsidy_fen,
                        commission)
                    on n.purchase_id = p.id
                returning id
            ), lines as (
                insert into orders.order_line (order_id, position, sku_id, listing_id, title, sku_name, grams,
                    county_code, motif, vat_kind, price_fen, quantity, amount_fen, discount_fen, subsidy_fen,
                    ships_from)
                select n.order_id, n.position, n.sku_id, n.listing_id, n.title, n.sku_name, n.grams,
                    n.county_code, n.motif, n.vat_kind, n.price_fen, n.quantity, n.price_fen * n.quantity,
                    n.discount_fen, n.subsidy_fen, n.ships_from::date
                from placed join unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
                        ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[], ?::text[])
                    as n (order_id, position, sku_id, listing_id, title, sku_name, grams,
                        county_code, motif, vat_kind, price_fen, quantity, discount_fen, subsidy_fen, ships_from)
                    on n.order_id = placed.id
            ), shares as (
                insert into orders.line_share (order_id, position, bearer, bearer_id, coupon_id, campaign_id, fen)
                select n.order_id, n.position, n.bearer, n.bearer_id, n.coupon_id, n.campaign_id, n.fen
                from placed join unnest(?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[])
                    as n (order_id, position, bearer, bearer_id, coupon_id, campaign_id, fen)
                    on n.order_id = placed.id
            )
            select id, pay_by from purchase
            """;

    private final JdbcOperations jdbc;
    private final Vault vault;

    PurchaseWriting(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * When each must be paid; those whose id is there already are left out. A second transaction with the same id waits
     * here until the first has ended; the order of ids keeps two from waiting for each other.
     */
    Map<UUID, Instant> write(List<NewPurchase> purchases) {
        return jdbc.prepareStatement(WRITE, (PreparedStatement statement) -> {
            List<Ordered> orders = purchases.stream().flatMap(Ordered::of).toList();
            new Filling(statement)
                    .purchases(purchases)
                    .orders(orders)
                    .lines(orders.stream().flatMap(Placed::of).toList());
            Map<UUID, Instant> payBy = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    payBy.put(Columns.uuid(row, "id"), Columns.instant(row, "pay_by"));
                }
            }
            return payBy;
        });
    }

    /** Sets the parameters in their order. */
    private final class Filling {
        private final PreparedStatement statement;
        private final Connection connection;
        private int next = 1;

        Filling(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
        }

        Filling purchases(List<NewPurchase> purchases) throws SQLException {
            statement.setLong(next++, Purchases.PAYMENT_WINDOW.toSeconds());
            column("uuid", purchases, NewPurchase::id);
            column("uuid", purchases, NewPurchase::memberId);
            column("bigint", purchases, NewPurchase::goodsFen);
            column("bigint", purchases, NewPurchase::freightFen);
            column("bigint", purchases, NewPurchase::discountFen);
            column("bigint", purchases, NewPurchase::subsidyFen);
            column("bigint", purchases, purchase -> {
                Gift gift = purchase.gift();
                return gift == null ? 0L : gift.fen();
            });
            column("text", purchases, purchase -> {
                Gift gift = purchase.gift();
                return gift == null ? null : gift.charity();
            });
            sealed(purchases, DeliveryAddress::recipient);
            sealed(purchases, DeliveryAddress::phone);
            sealed(purchases, DeliveryAddress::street);
            column("text", purchases, purchase -> purchase.deliverTo().countyCode());
            return this;
        }

        private void sealed(List<NewPurchase> purchases, Function<DeliveryAddress, String> part) throws SQLException {
            byte[][] sealed = purchases.stream()
                    .map(purchase -> vault.seal(part.apply(purchase.deliverTo())))
                    .toArray(byte[][]::new);
            statement.setArray(next++, connection.createArrayOf("bytea", sealed));
        }

        Filling orders(List<Ordered> orders) throws SQLException {
            column("uuid", orders, ordered -> ordered.order().id());
            column("uuid", orders, Ordered::purchaseId);
            column("text", orders, ordered -> ordered.order().number());
            column("uuid", orders, ordered -> ordered.order().merchantId());
            column("bigint", orders, ordered -> ordered.order().goodsFen());
            column("bigint", orders, ordered -> ordered.order().freightFen());
            column("bigint", orders, ordered -> ordered.order().discountFen());
            column("bigint", orders, ordered -> ordered.order().subsidyFen());
            column("int", orders, ordered -> ordered.order().commissionBasisPoints());
            return this;
        }

        void lines(List<Placed> lines) throws SQLException {
            column("uuid", lines, line -> line.order().id());
            column("int", lines, Placed::position);
            column("uuid", lines, line -> line.line().skuId());
            column("uuid", lines, line -> line.line().listingId());
            column("text", lines, line -> line.line().title());
            column("text", lines, line -> line.line().skuName());
            column("bigint", lines, line -> line.line().grams());
            column("text", lines, line -> line.line().countyCode());
            column("text", lines, line -> line.line().motif());
            column("text", lines, line -> line.line().vatKind());
            column("bigint", lines, line -> line.line().priceFen());
            column("int", lines, line -> line.line().quantity());
            column("bigint", lines, line -> line.line().discountFen());
            column("bigint", lines, line -> line.line().subsidyFen());
            column("text", lines, line -> line.line().shipsFrom());
            shares(lines.stream().flatMap(Borne::of).toList());
        }

        private void shares(List<Borne> shares) throws SQLException {
            column("uuid", shares, borne -> borne.placed().order().id());
            column("int", shares, borne -> borne.placed().position());
            column("text", shares, borne -> borne.share().bearer().name());
            column("uuid", shares, borne -> borne.share().bearerId());
            column("uuid", shares, borne -> borne.share().couponId());
            column("uuid", shares, borne -> borne.share().campaignId());
            column("bigint", shares, borne -> borne.share().fen());
        }

        private <T> void column(String type, List<T> rows, Function<T, @Nullable Object> value) throws SQLException {
            Array array = connection.createArrayOf(
                    type, rows.stream().map(value).map(PurchaseWriting::plain).toArray());
            statement.setArray(next++, array);
        }
    }

    /** Days go as text, which an array of dates takes from every driver. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDate day ? day.toString() : value;
    }

    /** An order of its purchase. */
    private record Ordered(UUID purchaseId, NewOrder order) {
        static Stream<Ordered> of(NewPurchase purchase) {
            return purchase.orders().stream().map(order -> new Ordered(purchase.id(), order));
        }
    }

    /** A line at its place in its order. */
    private record Placed(NewOrder order, int position, NewLine line) {
        static Stream<Placed> of(Ordered ordered) {
            List<NewLine> lines = ordered.order().lines();
            return IntStream.range(0, lines.size())
                    .mapToObj(index -> new Placed(ordered.order(), index + 1, lines.get(index)));
        }
    }

    /** A share of a line. */
    private record Borne(Placed placed, LineShare share) {
        static Stream<Borne> of(Placed placed) {
            return placed.line().shares().stream().map(share -> new Borne(placed, share));
        }
    }
}
