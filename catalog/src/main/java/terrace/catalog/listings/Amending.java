package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;

/** Writes what a listing is to be over what it was. Who calls it holds the listing's lock. */
@Singleton
class Amending {
    private final JdbcOperations jdbc;
    private final Prices prices;
    private final Announcer announcer;
    private final Categories categories;

    Amending(JdbcOperations jdbc, Prices prices, Announcer announcer, Categories categories) {
        this.jdbc = jdbc;
        this.prices = prices;
        this.announcer = announcer;
        this.categories = categories;
    }

    List<UUID> lock(Collection<UUID> ids) {
        return jdbc.prepareStatement(
                "select id from catalog.listing where id = any(?) order by id for no key update", statement -> {
                    statement.setArray(1, uuids(statement, ids));
                    return ListingRows.ids(statement.executeQuery());
                });
    }

    /** Locks the next listings of a merchant, ascending. */
    List<UUID> lockOfMerchant(UUID merchantId, @Nullable UUID after, int limit) {
        return jdbc.prepareStatement("""
                select id from catalog.listing where merchant_id = ? and id > ? order by id limit ? for no key update
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, after == null ? ListingRows.LOWEST : after);
            statement.setInt(3, limit);
            return ListingRows.ids(statement.executeQuery());
        });
    }

    void write(NewListing listing) {
        About about = listing.about();
        Keeping keeping = about.keeping();
        List<Category> path = categories.pathOf(about.categoryId());
        jdbc.prepareStatement("""
                update catalog.listing set category_id = ?, category1_id = ?, category2_id = ?, category3_id = ?,
                    title = ?, story = ?, county_code = ?, village = ?, motif = ?, certificates = ?, storage = ?,
                    shelf_life_days = ?, season = ?, perishable = ?, vat_kind = ?, freight_template_id = ?,
                    harvest_to_ship_hours = ?, attributes = ?::jsonb
                where id = ? and merchant_id = ?
                """, statement -> {
            statement.setObject(1, about.categoryId());
            for (int level = 1; level <= Categories.LEVEL_MAX; level++) {
                statement.setObject(
                        1 + level,
                        path.size() < level ? null : path.get(level - 1).id());
            }
            statement.setString(5, about.title());
            statement.setString(6, about.story());
            statement.setString(7, about.origin().countyCode());
            statement.setString(8, about.origin().village());
            statement.setString(9, about.looks().motif());
            statement.setString(10, about.proof().certificates());
            statement.setString(11, keeping.storage().name());
            statement.setInt(12, keeping.shelfLifeDays());
            statement.setString(13, keeping.season());
            statement.setBoolean(14, keeping.perishable());
            statement.setString(15, about.vatKind().name());
            statement.setObject(16, about.freightTemplateId());
            statement.setInt(17, keeping.harvestToShipHours());
            statement.setString(18, ListingRows.written(about.attributes()));
            statement.setObject(19, listing.id());
            statement.setObject(20, listing.merchantId());
            return statement.executeUpdate();
        });
        writeSkus(listing);
        prices.showCheapest(listing.id());
        announcer.changed(List.of(listing.id()));
        categories.goodsMoved();
    }

    private void writeSkus(NewListing listing) {
        jdbc.prepareStatement("""
                insert into catalog.sku (id, listing_id, position, name, price_fen, grams, code,
                    reviewed_fen, reviewed_grams)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, grams = excluded.grams, code = excluded.code
                where sku.listing_id = excluded.listing_id
                """, statement -> {
            int position = 0;
            for (NewSku sku : listing.skus()) {
                statement.setObject(1, sku.id());
                statement.setObject(2, listing.id());
                statement.setInt(3, position++);
                statement.setString(4, sku.name());
                statement.setLong(5, sku.priceFen());
                statement.setLong(6, sku.grams());
                statement.setString(7, sku.code());
                statement.setLong(8, sku.priceFen());
                statement.setLong(9, sku.grams());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        listing.skus().forEach(sku -> prices.write(sku.id(), sku.priceFen()));
        // a draft is looked at as a whole, with the prices it has then
        reviewed("listing_id = (select id from catalog.listing where id = ? and status <> 'PUBLISHED')", listing.id());
    }

    /** From now on rises of the price are measured from what it is now. */
    void reviewed(UUID skuId) {
        reviewed("id = ?", skuId);
    }

    private void reviewed(String which, UUID id) {
        jdbc.prepareStatement(
                "update catalog.sku set reviewed_fen = price_fen, reviewed_grams = grams where " + which, statement -> {
                    statement.setObject(1, id);
                    return statement.executeUpdate();
                });
    }

    /** The tax is this, whatever the merchant says of it later. */
    void fixVat(UUID id, VatKind kind) {
        jdbc.prepareStatement("""
                update catalog.listing set vat_kind = ?, vat_fixed = true, version = version + 1 where id = ?
                """, statement -> {
            statement.setString(1, kind.name());
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
        announcer.changed(List.of(id));
    }

    /** False when it is in another state. */
    boolean move(UUID id, Status from, Status to) {
        return jdbc.prepareStatement("""
                update catalog.listing set status = ?, version = version + 1 where id = ? and status = ?
                """, statement -> {
                    statement.setString(1, to.name());
                    statement.setObject(2, id);
                    statement.setString(3, from.name());
                    return statement.executeUpdate();
                })
                > 0;
    }

    void touch(UUID id) {
        jdbc.prepareStatement("update catalog.listing set version = version + 1 where id = ?", statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }
}
