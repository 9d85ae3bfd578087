package terrace.catalog.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.NewListing;

/** Imports and their rows. */
@Singleton
class ImportRows {
    private static final String IMPORT = """
            select i.id, i.merchant_id, i.actor, i.state, i.rows_total, i.rows_bad, i.received_at, i.done_at,
                case when i.state = 'CHECKED' then 0
                    else (select count(*) from catalog.sheet_row r where r.import_id = i.id and r.outcome is not null)
                end as rows_done
            from catalog.sheet_import i
            """;
    private static final TypeReference<Map<Column, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<SheetFault>> FAULTS = new TypeReference<>() {};

    private static final TypeReference<NewListing> LISTING = new TypeReference<>() {};

    private final JdbcOperations jdbc;
    private final ObjectMapper json = new ObjectMapper();

    ImportRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a checked sheet, in a transaction of its own: reading the file took its time outside. */
    @Transactional
    SheetImport add(UUID id, UUID merchantId, UUID actor, List<SheetRow> rows) {
        jdbc.prepareStatement("""
                insert into catalog.sheet_import (id, merchant_id, actor, rows_total, rows_bad)
                values (?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, merchantId);
            statement.setObject(3, actor);
            statement.setInt(4, rows.size());
            statement.setInt(5, (int) rows.stream().filter(SheetRow::bad).count());
            return statement.executeUpdate();
        });
        jdbc.prepareStatement("""
                insert into catalog.sheet_row (import_id, number, code, cells, faults)
                values (?, ?, ?, ?::jsonb, ?::jsonb)
                """, statement -> {
            for (SheetRow row : rows) {
                statement.setObject(1, id);
                statement.setInt(2, row.number());
                statement.setString(3, row.cell(Column.CODE));
                statement.setString(4, write(row.cells()));
                statement.setString(5, write(row.faults()));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        return ofMerchant(merchantId, id).orElseThrow();
    }

    Optional<SheetImport> ofMerchant(UUID merchantId, UUID id) {
        return imports(IMPORT + "where i.merchant_id = ? and i.id = ?", statement -> {
                    statement.setObject(1, merchantId);
                    statement.setObject(2, id);
                })
                .stream()
                .findFirst();
    }

    List<SheetImport> newest(UUID merchantId, int limit) {
        return imports(IMPORT + "where i.merchant_id = ? order by i.received_at desc limit ?", statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, limit);
        });
    }

    /**
     * An import that has work left, locked so that no two nodes work at one; any of them, so that one that cannot be
     * worked off holds up no other for good.
     */
    Optional<SheetImport> claim() {
        return imports(
                        IMPORT + "where i.state in ('RUNNING', 'UNDOING') order by random() limit 1"
                                + " for update of i skip locked",
                        statement -> {})
                .stream()
                .findFirst();
    }

    /** Moves on; false when it was not in the state thought of. */
    boolean move(UUID id, SheetImport.State from, SheetImport.State to) {
        return jdbc.prepareStatement("""
                update catalog.sheet_import
                set state = ?, done_at = case when ? = 'DONE' then marketplace.clock_now() else done_at end
                where id = ? and state = ?
                """, statement -> {
            statement.setString(1, to.name());
            statement.setString(2, to.name());
            statement.setObject(3, id);
            statement.setString(4, from.name());
            return statement.executeUpdate() > 0;
        });
    }

    /** Whether the import was done less than the hours ago, by the market's clock. */
    boolean doneWithin(UUID id, int hours) {
        return jdbc.prepareStatement("""
                select done_at > marketplace.clock_now() - ? * interval '1 hour' from catalog.sheet_import where id = ?
                """, statement -> {
            statement.setInt(1, hours);
            statement.setObject(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        });
    }

    /** Rows left, all of a code together: the codes of the first rows that have no outcome. */
    List<SheetRow> open(UUID id, int codes) {
        return rows("""
                select number, cells, faults from catalog.sheet_row
                where import_id = ? and outcome is null and code in (
                    select code from catalog.sheet_row where import_id = ? and outcome is null
                    group by code order by min(number) limit ?)
                order by number
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setInt(3, codes);
        });
    }

    List<SheetRow> bad(UUID id, int after, int limit) {
        return rows("""
                select number, cells, faults from catalog.sheet_row
                where import_id = ? and number > ? and faults <> '[]' order by number limit ?
                """, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, after);
            statement.setInt(3, limit);
        });
    }

    /** Of a row that turned out bad while it was worked off: why. */
    void refuse(UUID id, int number, List<SheetFault> faults) {
        jdbc.prepareStatement("""
                update catalog.sheet_row set outcome = 'REFUSED', faults = faults || ?::jsonb
                where import_id = ? and number = ? and outcome is null
                """, statement -> {
            statement.setString(1, write(faults));
            statement.setObject(2, id);
            statement.setInt(3, number);
            return statement.executeUpdate();
        });
    }

    void outcomes(UUID id, List<Outcome> outcomes) {
        jdbc.prepareStatement("""
                update catalog.sheet_row set outcome = ?, listing_id = ?, sku_id = ?, before = ?::jsonb,
                    after = ?::jsonb, stock_before = ?, stock_after = ?
                where import_id = ? and number = ? and outcome is null
                """, statement -> {
            for (Outcome outcome : outcomes) {
                statement.setString(1, outcome.kind().name());
                statement.setObject(2, outcome.listingId());
                statement.setObject(3, outcome.skuId());
                statement.setString(4, outcome.before() == null ? null : write(outcome.before()));
                statement.setString(5, outcome.after() == null ? null : write(outcome.after()));
                number(statement, 6, outcome.stockBefore());
                number(statement, 7, outcome.stockAfter());
                statement.setObject(8, id);
                statement.setInt(9, outcome.row());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Rows whose effect is still there, locked by their import. */
    List<Outcome> done(UUID id, int limit) {
        return jdbc.prepareStatement("""
                select number, outcome, listing_id, sku_id, before, after, stock_before, stock_after
                from catalog.sheet_row
                where import_id = ? and outcome in ('CREATED', 'CHANGED') and not undone order by number limit ?
                """, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, limit);
            List<Outcome> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Outcome(
                            rows.getInt(1),
                            Outcome.Kind.valueOf(rows.getString(2)),
                            rows.getObject(3, UUID.class),
                            rows.getObject(4, UUID.class),
                            listing(rows.getString(5)),
                            listing(rows.getString(6)),
                            rows.getObject(7, Long.class),
                            rows.getObject(8, Long.class)));
                }
            }
            return found;
        });
    }

    void undone(UUID id, List<Integer> numbers) {
        jdbc.prepareStatement(
                "update catalog.sheet_row set undone = true where import_id = ? and number = ?", statement -> {
                    for (int number : numbers) {
                        statement.setObject(1, id);
                        statement.setInt(2, number);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private @Nullable NewListing listing(@Nullable String text) {
        return text == null ? null : read(text, LISTING);
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<SheetImport> imports(String sql, Parameters parameters) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            List<SheetImport> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SheetImport(
                            rows.getObject("id", UUID.class),
                            rows.getObject("merchant_id", UUID.class),
                            rows.getObject("actor", UUID.class),
                            SheetImport.State.valueOf(rows.getString("state")),
                            rows.getInt("rows_total"),
                            rows.getInt("rows_bad"),
                            rows.getInt("rows_done"),
                            rows.getTimestamp("received_at").toInstant(),
                            rows.getTimestamp("done_at") == null
                                    ? null
                                    : rows.getTimestamp("done_at").toInstant()));
                }
            }
            return found;
        });
    }

    private List<SheetRow> rows(String sql, Parameters parameters) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            List<SheetRow> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SheetRow(
                            rows.getInt(1), read(rows.getString(2), CELLS), read(rows.getString(3), FAULTS)));
                }
            }
            return found;
        });
    }

    private static void number(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
