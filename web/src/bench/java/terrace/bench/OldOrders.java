package terrace.bench;

/**
 * Orders of the last two years, written by SQL: a shop that sold as many by hand would take this machine a day. They
 * are paid, sent and accepted; their money is not in the books, which this is not about.
 */
final class OldOrders {
    private static final int PIECE = 250_000;

    private final Database database;

    OldOrders(Database database) {
        this.database = database;
    }

    /** Fills up to so many, once. */
    void fill(long count) {
        long there = number("select count(*) from orders.customer_order where number like '9%'");
        while (there < count) {
            long upTo = Math.min(count, there + PIECE);
            System.out.printf("Bench: old orders %,d of %,d%n", upTo, count);
            database.execute(piece(there + 1, upTo));
            there = upTo;
        }
        database.execute("vacuum analyze orders.purchase");
        database.execute("vacuum analyze orders.customer_order");
        database.execute("vacuum analyze orders.order_line");
        database.execute("vacuum analyze catalog.hold");
        database.execute("vacuum analyze catalog.hold_line");
    }

    private long number(String sql) {
        return Long.parseLong(database.strings(sql).getFirst());
    }

    /** As a replica, so that rows may be born in the state they would have by now. */
    private static String piece(long from, long upTo) {
        return """
                begin;
                set local session_replication_role = replica;
                set local synchronous_commit = off;
                create temporary table old on commit drop as
                select n, at, at + interval '10 minutes' as paid,
                    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3)
                        || '8' || substr(h, 4, 15))::uuid as id,
                    md5('old-member' || n %% 300000)::uuid as member_id, s.sku_id, s.listing_id, s.merchant_id,
                    s.title, s.name, s.grams, s.county_code, s.motif, s.vat_kind, s.price_fen
                from (select n, n %% (select count(*) from catalog.sku) as place, md5('old' || n) as h,
                        now() - interval '730 days' + n * interval '12 seconds' as at
                    from generate_series(%1$d, %2$d) n) o
                join (select row_number() over (order by k.id) - 1 as place, k.id as sku_id, l.id as listing_id,
                        l.merchant_id, l.title, k.name, k.grams, l.county_code, l.motif, l.vat_kind, k.price_fen
                    from catalog.sku k join catalog.listing l on l.id = k.listing_id) s
                    using (place);
                insert into orders.purchase (id, member_id, state, goods_fen, freight_fen, total_fen,
                    recipient_sealed, phone_sealed, street_sealed, county_code, placed_at, pay_by, paid_at, paid_by)
                select id, member_id, 'PAID', price_fen, 0, price_fen, a.recipient_sealed, a.phone_sealed,
                    a.street_sealed, a.county_code, at, at + interval '15 minutes', paid, id
                from old, (select recipient_sealed, phone_sealed, street_sealed, county_code from orders.purchase
                        where id not in (select id from old) limit 1) a;
                insert into orders.customer_order (id, number, purchase_id, member_id, merchant_id, state, goods_fen,
                    freight_fen, total_fen, commission_basis_points, placed_at, paid_at, ship_by, courier,
                    tracking_number, shipped_at, accept_by, accepted_at)
                select id, '9' || lpad(n::text, 15, '0'), id, member_id, merchant_id, 'ACCEPTED', price_fen, 0,
                    price_fen, 0, at, paid, paid + interval '2 days', 'SF', n::text, paid + interval '1 day',
                    paid + interval '11 days', paid + interval '5 days' from old;
                insert into orders.order_line (order_id, position, sku_id, listing_id, title, sku_name, grams,
                    county_code, motif, vat_kind, price_fen, quantity, amount_fen)
                select id, 1, sku_id, listing_id, title, name, grams, county_code, motif, vat_kind, price_fen, 1,
                    price_fen from old;
                insert into catalog.hold (purchase_id, state, expires_at) select id, 'TAKEN', paid from old;
                insert into catalog.hold_line (purchase_id, sku_id, quantity) select id, sku_id, 1 from old;
                commit
                """.formatted(from, upTo);
    }
}
