package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.marketplace.clock.Clock;

/** Writes new listings in batches. */
@Singleton
class IntakeRows {
    private static final String INSERT_LISTING = """
            insert into catalog.listing (id, merchant_id, category_id, category1_id, category2_id, category3_id,
                title, story, county_code, village, motif, storage, shelf_life_days, season, perishable, vat_kind,
                freight_template_id, price_from_fen, grams, status, on_shelf, published_at,
                certificates, harvest_to_ship_hours, attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcOperations jdbc;
    private final Categories categories;
    private final Clock clock;

    IntakeRows(JdbcOperations jdbc, Categories categories, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.clock = clock;
    }

    List<UUID> known(Collection<UUID> ids) {
        return jdbc.prepareStatement("select id from catalog.listing where id = any(?)", statement -> {
            statement.setArray(1, uuids(statement, ids));
            return ListingRows.ids(statement.executeQuery());
        });
    }

    void insert(List<NewListing> listings, Status status) {
        OffsetDateTime publishedAt = status == Status.PUBLISHED ? clock.now().atOffset(ZoneOffset.UTC) : null;
        jdbc.prepareStatement(INSERT_LISTING, statement -> {
            for (NewListing listing : listings) {
                bind(statement, listing, status, publishedAt);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        insertSkus(listings);
        insertFirstPrices(listings);
    }

    private void bind(
            PreparedStatement statement, NewListing listing, Status status, @Nullable OffsetDateTime publishedAt)
            throws SQLException {
        Places places = new Places(statement);
        About about = listing.about();
        Keeping keeping = about.keeping();
        places.next(listing.id()).next(listing.merchantId()).next(about.categoryId());
        List<Category> path = categories.pathOf(about.categoryId());
        for (int level = 1; level <= Categories.LEVEL_MAX; level++) {
            places.next(path.size() < level ? null : path.get(level - 1).id());
        }
        places.next(about.title()).next(about.story());
        places.next(about.origin().countyCode()).next(about.origin().village());
        places.next(about.looks().motif());
        places.next(keeping.storage().name()).next(keeping.shelfLifeDays()).next(keeping.season());
        places.next(keeping.perishable()).next(about.vatKind().name()).next(about.freightTemplateId());
        NewSku cheapest = listing.skus().stream()
                .min(Comparator.comparingLong(NewSku::priceFen))
                .orElseThrow();
        places.next(cheapest.priceFen()).next(cheapest.grams());
        places.next(status.name())
                .next(status == Status.PUBLISHED)
                .next(publishedAt)
                .next(about.proof().certificates())
                .next(keeping.harvestToShipHours())
                .next(ListingRows.written(about.attributes()));
    }

    private void insertSkus(List<NewListing> listings) {
        String sql = """
                insert into catalog.sku (id, listing_id, position, name, price_fen, grams, code,
                    reviewed_fen, reviewed_grams)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        jdbc.prepareStatement(sql, statement -> {
            for (NewListing listing : listings) {
                int position = 0;
                for (NewSku sku : listing.skus()) {
                    Places places = new Places(statement);
                    places.next(sku.id()).next(listing.id()).next(position++);
                    places.next(sku.name())
                            .next(sku.priceFen())
                            .next(sku.grams())
                            .next(sku.code())
                            .next(sku.priceFen())
                            .next(sku.grams());
                    statement.addBatch();
                }
            }
            return statement.executeBatch();
        });
    }

    private void insertFirstPrices(List<NewListing> listings) {
        OffsetDateTime since = clock.now().atOffset(ZoneOffset.UTC);
        String sql = "insert into catalog.price_history (sku_id, price_fen, since) values (?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            for (NewListing listing : listings) {
                for (NewSku sku : listing.skus()) {
                    new Places(statement).next(sku.id()).next(sku.priceFen()).next(since);
                    statement.addBatch();
                }
            }
            return statement.executeBatch();
        });
    }

    /** Fills a statement's places one after the other. */
    private static class Places {
        private final PreparedStatement statement;
        private int last;

        Places(PreparedStatement statement) {
            this.statement = statement;
        }

        Places next(@Nullable Object value) throws SQLException {
            last++;
            statement.setObject(last, value);
            return this;
        }
    }
}
