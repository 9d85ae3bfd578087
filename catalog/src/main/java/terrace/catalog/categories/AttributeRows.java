package terrace.catalog.categories;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;

/** The table of attributes. */
@Singleton
class AttributeRows {
    private final JdbcOperations jdbc;

    AttributeRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they are asked. */
    List<Attribute> all() {
        return jdbc.prepareStatement(
                "select * from catalog.attribute order by category_id, position, name_zh", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<Attribute> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(read(rows));
                        }
                        return all;
                    }
                });
    }

    void add(UUID id, UUID categoryId, Kind kind, AttributeWords words) {
        jdbc.prepareStatement("""
                insert into catalog.attribute (name_zh, name_en, unit, required, retired, position,
                    choices_zh, choices_en, id, category_id, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """, statement -> {
            bind(statement, words);
            statement.setObject(9, id);
            statement.setObject(10, categoryId);
            statement.setString(11, kind.name());
            return statement.executeUpdate();
        });
    }

    /** False when it has another version by now. */
    boolean change(UUID id, long version, AttributeWords words) {
        return jdbc.prepareStatement("""
                update catalog.attribute set name_zh = ?, name_en = ?, unit = ?, required = ?, retired = ?,
                    position = ?, choices_zh = ?, choices_en = ?, version = version + 1
                where id = ? and version = ?
                """, statement -> {
                    bind(statement, words);
                    statement.setObject(9, id);
                    statement.setLong(10, version);
                    return statement.executeUpdate();
                })
                > 0;
    }

    /** How many listings on the shelf below a category do not answer. */
    long missing(Attribute attribute, int level) {
        return jdbc.prepareStatement(
                "select count(*) from catalog.listing where on_shelf and category" + level
                        + "_id = ? and not jsonb_exists(attributes, ?)",
                statement -> {
                    statement.setObject(1, attribute.categoryId());
                    statement.setString(2, attribute.id().toString());
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    /** The first of those {@link #missing}, by id. */
    List<UUID> missing(Attribute attribute, int level, int limit) {
        return jdbc.prepareStatement(
                "select id from catalog.listing where on_shelf and category" + level
                        + "_id = ? and not jsonb_exists(attributes, ?) order by id limit ?",
                statement -> {
                    statement.setObject(1, attribute.categoryId());
                    statement.setString(2, attribute.id().toString());
                    statement.setInt(3, limit);
                    try (ResultSet rows = statement.executeQuery()) {
                        List<UUID> ids = new ArrayList<>();
                        while (rows.next()) {
                            ids.add(rows.getObject(1, UUID.class));
                        }
                        return ids;
                    }
                });
    }

    private static void bind(PreparedStatement statement, AttributeWords words) throws SQLException {
        statement.setString(1, words.nameZh());
        statement.setString(2, words.nameEn());
        statement.setString(3, words.unit());
        statement.setBoolean(4, words.required());
        statement.setBoolean(5, words.retired());
        statement.setInt(6, words.position());
        statement.setArray(
                7, texts(statement, words.choices().stream().map(Choice::zh).toList()));
        statement.setArray(
                8, texts(statement, words.choices().stream().map(Choice::en).toList()));
    }

    private static Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
        return terrace.marketplace.database.SqlArrays.texts(statement, texts);
    }

    private static Attribute read(ResultSet rows) throws SQLException {
        String[] zh = (String[]) rows.getArray("choices_zh").getArray();
        String[] en = (String[]) rows.getArray("choices_en").getArray();
        List<Choice> choices = new ArrayList<>();
        for (int at = 0; at < zh.length; at++) {
            choices.add(new Choice(zh[at], en[at]));
        }
        return new Attribute(
                rows.getObject("id", UUID.class),
                rows.getObject("category_id", UUID.class),
                Kind.valueOf(rows.getString("kind")),
                rows.getString("name_zh"),
                rows.getString("name_en"),
                rows.getString("unit"),
                rows.getBoolean("required"),
                rows.getBoolean("retired"),
                rows.getInt("position"),
                List.copyOf(choices),
                rows.getLong("version"));
    }
}
