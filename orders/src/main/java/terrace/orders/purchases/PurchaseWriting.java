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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.purchases.NewPurchase.NewLine;
import terrace.orders.purchases.NewPurchase.NewOrder;

/**
 * Writes a purchase with its orders and lines: one statement, whatever their number, because checkout is a hot path.
 */
@Singleton
class PurchaseWriting {

    private static final String WRITE = """
            with purchase as (
                insert into orders.purchase (id, member_id, goods_fen, freight_fen, total_fen,
                    discount_fen, subsidy_fen, donation_fen, donation_to,
                    recipient_sealed, phone_sealed, street_sealed, county_code, placed_at, pay_by)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now.at, now.at + make_interval(secs => ?)
                from (select marketplace.clock_now() as at) now
                on conflict (id) do nothing
                returning id, member_id, placed_at, pay_by
            ), placed as (
                insert into orders.customer_order (id, number, purchase_id, member_id, merchant_id,
                    goods_fen, freight_fen, total_fen, discount_fen, subsidy_fen, commission_basis_points, placed_at)
                select n.id, n.number, p.id, p.member_id, n.merchant_id,
                    n.goods_fen, n.freight_fen, n.goods_fen + n.freight_fen, n.discount_fen, n.subsidy_fen,
                    n.commission, p.placed_at
                from purchase p cross join unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::int[])
                    as n (id, number, merchant_id, goods_fen, freight_fen, discount_fen, subsidy_fen, commission)
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
            select pay_by from purchase
            """;

    private final JdbcOperations jdbc;
    private final Vault vault;

    PurchaseWriting(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * When it must be paid; empty when a purchase of this id is there already. A second transaction with the same id
     * waits here until the first has ended.
     */
    Optional<Instant> write(NewPurchase purchase) {
        return jdbc.prepareStatement(WRITE, (PreparedStatement statement) -> {
            new Filling(statement).purchase(purchase).orders(purchase.orders()).lines(purchase.orders());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Columns.instant(row, "pay_by")) : Optional.empty();
            }
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

        Filling purchase(NewPurchase purchase) throws SQLException {
            DeliveryAddress to = purchase.deliverTo();
            set(purchase.id());
            set(purchase.memberId());
            set(purchase.goodsFen());
            set(purchase.freightFen());
            set(Math.addExact(purchase.goodsFen(), purchase.freightFen()));
            set(purchase.discountFen());
            set(purchase.subsidyFen());
            Gift gift = purchase.gift();
            set(gift == null ? 0L : gift.fen());
            statement.setString(next++, gift == null ? null : gift.charity());
            set(vault.seal(to.recipient()));
            set(vault.seal(to.phone()));
            set(vault.seal(to.street()));
            set(to.countyCode());
            set(Purchases.PAYMENT_WINDOW.toSeconds());
            return this;
        }

        Filling orders(List<NewOrder> orders) throws SQLException {
            column("uuid", orders, NewOrder::id);
            column("text", orders, NewOrder::number);
            column("uuid", orders, NewOrder::merchantId);
            column("bigint", orders, NewOrder::goodsFen);
            column("bigint", orders, NewOrder::freightFen);
            column("bigint", orders, NewOrder::discountFen);
            column("bigint", orders, NewOrder::subsidyFen);
            column("int", orders, NewOrder::commissionBasisPoints);
            return this;
        }

        void lines(List<NewOrder> orders) throws SQLException {
            List<Placed> lines = orders.stream().flatMap(Placed::of).toList();
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

        private void set(Object value) throws SQLException {
            statement.setObject(next++, value);
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

    /** A line at its place in its order. */
    private record Placed(NewOrder order, int position, NewLine line) {
        static java.util.stream.Stream<Placed> of(NewOrder order) {
            return java.util.stream.IntStream.range(0, order.lines().size())
                    .mapToObj(
                            index -> new Placed(order, index + 1, order.lines().get(index)));
        }
    }

    /** A share of a line. */
    private record Borne(Placed placed, LineShare share) {
        static java.util.stream.Stream<Borne> of(Placed placed) {
            return placed.line().shares().stream().map(share -> new Borne(placed, share));
        }
    }
}
