package terrace.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** Makes ready by SQL what would take an hour by hand: very many members with full carts, and a flash sale. */
final class Crowding {
    private final Database database;

    Crowding(Path data) throws IOException {
        this.database = new Database(data);
    }

    /** People with a session and an address each, those who are there already come again. */
    void people(int count) {
        database.makePeople(count);
        database.execute("""
                insert into marketplace.address (id, member_id, recipient, phone, county_code, street, preferred)
                select md5('rush-home' || n)::uuid, md5('rush' || n)::uuid,
                    a.recipient, a.phone, a.county_code, a.street, true
                from generate_series(0, %d - 1) n,
                    (select d.* from marketplace.address d join marketplace.account m on m.id = d.member_id
                    where m.roles = array ['MEMBER'] order by d.id limit 1) a
                on conflict do nothing""".formatted(count));
    }

    /** As PostgreSQL makes it of the name. */
    static UUID addressOf(int number) {
        byte[] name = ("rush-home" + number).getBytes(StandardCharsets.US_ASCII);
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On sale, well stocked, in no campaign; of merchants each their own. */
    List<String> freeSkus(int count) {
        return database.strings("""
                select sku_id::text from (
                    select distinct on (l.merchant_id) s.sku_id, s.on_hand - s.held as free
                    from catalog.stock s join catalog.sku k on k.id = s.sku_id
                    join catalog.listing l on l.id = k.listing_id
                    where l.on_shelf and not exists (
                        select from catalog.freight_zone z
                        where z.template_id = l.freight_template_id and not z.delivered)
                    and not exists (
                        select from catalog.campaign_offer o where o.sku_id = s.sku_id and o.ends_at > now())
                    order by l.merchant_id, s.on_hand - s.held desc) fullest
                order by free desc, sku_id limit %d""".formatted(count));
    }

    /**
     * Pieces come in and lie in a bucket that has been open for a minute, at a price that nobody pays for others;
     * everybody has one in their cart.
     */
    void flashSale(String sku, int pieces, int people) {
        String id = UUID.randomUUID().toString();
        database.execute("""
                delete from orders.cart_line c using generate_series(0, %3$d - 1) n
                where c.owner = md5('rush' || n)::uuid;
                update catalog.stock set on_hand = on_hand + %2$d, held = held + %2$d where sku_id = '%1$s';
                insert into catalog.stock_movement (sku_id, kind, quantity, reason)
                values ('%1$s', 'IN', %2$d, 'bench');
                insert into catalog.stock_bucket (id, sku_id, pieces, cap) values ('%4$s', '%1$s', %2$d, 1);
                insert into catalog.campaign_offer (id, enrolment_id, campaign_id, sku_id, listing_id, price_fen,
                    pieces, flash, starts_at, ends_at)
                select '%4$s', e.id, e.campaign_id, k.id, k.listing_id, k.price_fen * 8 / 10, %2$d, true,
                    marketplace.clock_now() - interval '1 minute', marketplace.clock_now() + interval '20 minutes'
                from catalog.sku k, (select * from catalog.enrolment where state = 'APPROVED' order by id limit 1) e
                where k.id = '%1$s';
                insert into orders.cart_line (owner, sku_id, quantity, seen_fen)
                select md5('rush' || n)::uuid, '%1$s', 1, k.price_fen * 8 / 10
                from generate_series(0, %3$d - 1) n, catalog.sku k where k.id = '%1$s';
                analyze orders.cart_line, marketplace.address, marketplace.session
                """.formatted(sku, pieces, people, id));
    }

    /** Puts so many more on the shelf: on a fast machine those beside a rush buy out what the demo market has of it. */
    void fill(String sku, int pieces) {
        database.execute("""
                update catalog.stock set on_hand = on_hand + %2$d where sku_id = '%1$s';
                insert into catalog.stock_movement (sku_id, kind, quantity, reason)
                values ('%1$s', 'IN', %2$d, 'bench')
                """.formatted(sku, pieces));
    }

    /** Pieces that are held or paid for, out of the newest bucket of a SKU. */
    long sold(String sku) {
        return Long.parseLong(database.strings("""
                        select (held + taken)::text from catalog.stock_bucket where id = (
                            select id from catalog.campaign_offer where sku_id = '%s' order by starts_at desc limit 1)
                        """.formatted(sku)).getFirst());
    }
}
