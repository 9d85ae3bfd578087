package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.AMONG_IDS;
import static terrace.marketplace.database.SqlArrays.uuids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;

/** Reads whole listings and the offers of single SKUs. */
@Singleton
class ListingRows {
    static final UUID LOWEST = new UUID(0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<UUID, String>> ATTRIBUTES = new TypeReference<>() {};
    /** Most goods have no attributes: their listing is read without parsing any. */
    private static final String NOTHING = "{}";

    private static final String FACTS = """
            l.merchant_id, l.category_id, l.title, l.county_code, l.village, l.motif, l.cover, l.perishable,
            l.shelf_life_days, l.vat_kind, l.freight_template_id, l.on_shelf, l.version,
            s.id as sku_id, s.listing_id, s.name, s.grams as sku_grams, s.code, s.reviewed_fen, s.reviewed_grams
            """;
    private static final String STORY = """
            , l.story, l.certificates, l.storage, l.season, l.status, l.published_at, l.sold,
            l.reviews, l.stars, l.in_stock, l.harvest_to_ship_hours, l.attributes, l.vat_fixed,
            """;
    private static final String WAS = """
            when l.was_until is not null and l.was_until > marketplace.clock_now() then l.was_fen end as was_fen
            from catalog.listing l join catalog.sku s on s.listing_id = l.id
            """;
    /** At the prices their merchants set. */
    private static final String LISTINGS = "select s.price_fen, " + FACTS + STORY + " case " + WAS + " where ";
    /** What a SKU costs now: in a campaign that runs, the campaign's price. */
    private static final String NOW = " coalesce(c.price_fen, s.price_fen) as price_fen, ";

    private static final String OFFER = """
             left join lateral (select * from catalog.campaign_price p where p.sku_id = s.id limit 1) c on true
            """;
    /** At the prices of this moment. */
    private static final String SHOWN = "select " + NOW + FACTS + STORY
            + " case when w.price_fen < l.price_from_fen then w.was_fen " + WAS + OFFER + """
             left join lateral (select p.price_fen, p.was_fen from catalog.campaign_price p
                where p.listing_id = l.id order by p.price_fen limit 1) w on true where
            """;

    private final JdbcOperations jdbc;

    ListingRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Listing onShelf(UUID id) {
        return jdbc.prepareStatement(SHOWN + " l.id = ? and l.on_shelf order by s.position", statement -> {
            statement.setObject(1, id);
            return listings(statement.executeQuery()).get(id);
        });
    }

    Map<UUID, Listing> byIds(Collection<UUID> ids) {
        return byIds(LISTINGS, ids);
    }

    /** As shoppers see them, those off the shelf among them. */
    Map<UUID, Listing> shown(Collection<UUID> ids) {
        return byIds(SHOWN, ids);
    }

    private Map<UUID, Listing> byIds(String listings, Collection<UUID> ids) {
        return jdbc.prepareStatement(listings + " l.id = " + AMONG_IDS + " order by l.id, s.position", statement -> {
            statement.setArray(1, uuids(statement, ids));
            return listings(statement.executeQuery());
        });
    }

    Map<UUID, SkuOffer> offers(Collection<UUID> skuIds) {
        String sql = "select " + NOW + FACTS
                + ", c.id as offer_id, c.campaign_id, c.ordinary_fen, c.flash, c.cap, c.free, c.ends_at,"
                + " c.platform_fen, c.organiser_fen, c.organiser_id"
                + " from catalog.sku s join catalog.listing l on l.id = s.listing_id" + OFFER + " where s.id = "
                + AMONG_IDS;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, uuids(statement, skuIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, SkuOffer> offers = new HashMap<>();
                while (rows.next()) {
                    SkuOffer offer = offer(rows);
                    offers.put(offer.sku().id(), offer);
                }
                return offers;
            }
        });
    }

    List<UUID> idsOnShelf(@Nullable UUID after, int limit) {
        return jdbc.prepareStatement(
                "select id from catalog.listing where on_shelf and id > ? order by id limit ?", statement -> {
                    statement.setObject(1, after == null ? LOWEST : after);
                    statement.setInt(2, limit);
                    return ids(statement.executeQuery());
                });
    }

    long nextIndexVersion() {
        return jdbc.prepareStatement("select nextval('catalog.index_version')", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    static List<UUID> ids(ResultSet rows) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Every row is one SKU with its listing's columns beside it; SKUs of a listing follow each other. */
    private static Map<UUID, Listing> listings(ResultSet rows) throws SQLException {
        Map<UUID, Listing> listings = new LinkedHashMap<>();
        try (rows) {
            while (rows.next()) {
                Sku sku = sku(rows);
                Listing begun = listings.get(sku.listingId());
                if (begun == null) {
                    begun = listing(rows, sku.listingId());
                    listings.put(sku.listingId(), begun);
                }
                begun.skus().add(sku);
            }
        }
        return listings;
    }

    private static Listing listing(ResultSet rows, UUID id) throws SQLException {
        OffsetDateTime publishedAt = rows.getObject("published_at", OffsetDateTime.class);
        return new Listing(
                id,
                rows.getObject("merchant_id", UUID.class),
                about(rows),
                rows.getString("cover"),
                Status.valueOf(rows.getString("status")),
                rows.getBoolean("on_shelf"),
                rows.getLong("version"),
                publishedAt == null ? null : publishedAt.toInstant(),
                rows.getLong("sold"),
                CardRows.rating(rows),
                rows.getBoolean("in_stock"),
                rows.getBoolean("vat_fixed"),
                rows.getObject("was_fen", Long.class),
                new ArrayList<>());
    }

    private static About about(ResultSet rows) throws SQLException {
        return new About(
                rows.getObject("category_id", UUID.class),
                rows.getString("title"),
                rows.getString("story"),
                new Origin(rows.getString("county_code"), rows.getString("village")),
                new Looks(rows.getString("motif")),
                new Proof(rows.getString("certificates")),
                new Keeping(
                        Storage.valueOf(rows.getString("storage")),
                        rows.getInt("shelf_life_days"),
                        rows.getString("season"),
                        rows.getBoolean("perishable"),
                        rows.getInt("harvest_to_ship_hours")),
                attributes(rows.getString("attributes")),
                VatKind.valueOf(rows.getString("vat_kind")),
                rows.getObject("freight_template_id", UUID.class));
    }

    static String written(Map<UUID, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<UUID, String> attributes(String written) {
        try {
            return NOTHING.equals(written) ? Map.of() : JSON.readValue(written, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SkuOffer offer(ResultSet rows) throws SQLException {
        return new SkuOffer(
                sku(rows),
                rows.getObject("merchant_id", UUID.class),
                rows.getObject("category_id", UUID.class),
                rows.getString("title"),
                rows.getString("county_code"),
                rows.getString("village"),
                picture(rows),
                rows.getBoolean("perishable"),
                rows.getInt("shelf_life_days") > 0,
                VatKind.valueOf(rows.getString("vat_kind")),
                rows.getObject("freight_template_id", UUID.class),
                rows.getBoolean("on_shelf"),
                rows.getLong("version"),
                campaign(rows));
    }

    private static SkuOffer.@Nullable InCampaign campaign(ResultSet rows) throws SQLException {
        UUID id = rows.getObject("offer_id", UUID.class);
        return id == null
                ? null
                : new SkuOffer.InCampaign(
                        id,
                        rows.getObject("campaign_id", UUID.class),
                        rows.getLong("ordinary_fen"),
                        rows.getBoolean("flash"),
                        rows.getLong("cap"),
                        rows.getLong("free"),
                        rows.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        new SkuOffer.Borne(
                                rows.getLong("platform_fen"),
                                rows.getLong("organiser_fen"),
                                rows.getObject("organiser_id", UUID.class)));
    }

    private static String picture(ResultSet rows) throws SQLException {
        String cover = rows.getString("cover");
        return cover.isEmpty() ? rows.getString("motif") : cover;
    }

    private static Sku sku(ResultSet rows) throws SQLException {
        return new Sku(
                rows.getObject("sku_id", UUID.class),
                rows.getObject("listing_id", UUID.class),
                rows.getString("name"),
                rows.getLong("price_fen"),
                rows.getLong("sku_grams"),
                rows.getString("code"),
                rows.getLong("reviewed_fen"),
                rows.getLong("reviewed_grams"));
    }
}
