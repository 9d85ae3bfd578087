package terrace.catalog.categories;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of categories. */
@Singleton
class CategoryRows {
    private static final String COLUMNS =
            "id, parent_id, slug, name_zh, name_en, level, position, retired, freshness, classification, direction,"
                    + " version";

    private final JdbcOperations jdbc;

    CategoryRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<Category> all() {
        return jdbc.prepareStatement(
                "select " + COLUMNS + " from catalog.category order by level, position, slug", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<Category> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(read(rows));
                        }
                        return all;
                    }
                });
    }

    Optional<Category> bySlug(String slug) {
        return jdbc.prepareStatement("select " + COLUMNS + " from catalog.category where slug = ?", statement -> {
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        });
    }

    /** How many listings on the shelf hang on each category itself. */
    Map<UUID, Integer> listingsOnShelf() {
        return jdbc.prepareStatement(
                "select category_id, count(*) from catalog.listing where on_shelf group by category_id", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<UUID, Integer> counts = new HashMap<>();
                        while (rows.next()) {
                            counts.put(rows.getObject(1, UUID.class), rows.getInt(2));
                        }
                        return counts;
                    }
                });
    }

    void define(UUID id, @Nullable Category parent, NewCategory category) {
        jdbc.prepareStatement("""
                insert into catalog.category (id, parent_id, slug, name_zh, name_en, level, position, classification)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (slug) do update
                set name_zh = excluded.name_zh, name_en = excluded.name_en, position = excluded.position,
                    classification = coalesce(excluded.classification, category.classification),
                    version = category.version + 1
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, parent == null ? null : parent.id());
            statement.setString(3, category.slug());
            statement.setString(4, category.nameZh());
            statement.setString(5, category.nameEn());
            statement.setInt(6, parent == null ? 1 : parent.level() + 1);
            statement.setInt(7, category.position());
            statement.setString(8, category.classification());
            return statement.executeUpdate();
        });
    }

    /** One change of the tree at a time, until the transaction ends. */
    void lockTree() {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('catalog.category'))", statement -> {
            return statement.execute();
        });
    }

    /** False when it has another version by now. */
    boolean change(UUID id, long version, CategoryWords words) {
        Freshness freshness = words.freshness();
        Direction direction = words.direction();
        return jdbc.prepareStatement("""
                update catalog.category set name_zh = ?, name_en = ?, position = ?, retired = ?, freshness = ?,
                    classification = ?, direction = ?, version = version + 1
                where id = ? and version = ?
                """, statement -> {
                    statement.setString(1, words.nameZh());
                    statement.setString(2, words.nameEn());
                    statement.setInt(3, words.position());
                    statement.setBoolean(4, words.retired());
                    statement.setString(5, freshness == null ? null : freshness.name());
                    statement.setString(6, words.classification());
                    statement.setString(7, direction == null ? null : direction.name());
                    statement.setObject(8, id);
                    statement.setLong(9, version);
                    return statement.executeUpdate();
                })
                > 0;
    }

    private static Category read(ResultSet rows) throws SQLException {
        String freshness = rows.getString("freshness");
        String direction = rows.getString("direction");
        return new Category(
                rows.getObject("id", UUID.class),
                rows.getObject("parent_id", UUID.class),
                rows.getString("slug"),
                rows.getString("name_zh"),
                rows.getString("name_en"),
                rows.getInt("level"),
                rows.getInt("position"),
                0,
                rows.getBoolean("retired"),
                freshness == null ? null : Freshness.valueOf(freshness),
                rows.getString("classification"),
                direction == null ? null : Direction.valueOf(direction),
                rows.getLong("version"));
    }
}
