package terrace.catalog.freight;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables of freight templates and their zones. */
@Singleton
class FreightRows {
    private static final String ZONE_COLUMNS =
            "z.province_code, z.delivered, z.first_grams, z.first_fen, z.step_grams, z.step_fen, z.free_from_fen";
    private static final String TEMPLATES = "select t.id, t.merchant_id, t.name, " + ZONE_COLUMNS
            + " from catalog.freight_template t left join catalog.freight_zone z on z.template_id = t.id where ";

    private final JdbcOperations jdbc;

    FreightRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void define(List<FreightTemplate> templates) {
        jdbc.prepareStatement("""
                insert into catalog.freight_template (id, merchant_id, name) values (?, ?, ?)
                on conflict (id) do update set name = excluded.name, version = freight_template.version + 1
                """, statement -> {
            for (FreightTemplate template : templates) {
                statement.setObject(1, template.id());
                statement.setObject(2, template.merchantId());
                statement.setString(3, template.name());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        jdbc.prepareStatement("delete from catalog.freight_zone where template_id = any(?)", statement -> {
            statement.setArray(
                    1,
                    uuids(statement, templates.stream().map(FreightTemplate::id).toList()));
            return statement.executeUpdate();
        });
        jdbc.prepareStatement("""
                insert into catalog.freight_zone (template_id, province_code, delivered,
                    first_grams, first_fen, step_grams, step_fen, free_from_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, insertZones(templates));
    }

    private static PreparedStatementCallback<int[]> insertZones(List<FreightTemplate> templates) {
        return statement -> {
            for (FreightTemplate template : templates) {
                for (FreightZone zone : template.zones()) {
                    statement.setObject(1, template.id());
                    statement.setString(2, zone.provinceCode());
                    statement.setBoolean(3, zone.delivered());
                    statement.setLong(4, zone.firstGrams());
                    statement.setLong(5, zone.firstFen());
                    statement.setLong(6, zone.stepGrams());
                    statement.setLong(7, zone.stepFen());
                    statement.setObject(8, zone.freeFromFen(), Types.BIGINT);
                    statement.addBatch();
                }
            }
            return statement.executeBatch();
        };
    }

    List<FreightTemplate> byIds(Collection<UUID> ids) {
        return jdbc.prepareStatement(TEMPLATES + "t.id = any(?) order by t.id, z.province_code", statement -> {
            statement.setArray(1, uuids(statement, ids));
            return templates(statement.executeQuery());
        });
    }

    List<FreightTemplate> ofMerchant(UUID merchantId) {
        return jdbc.prepareStatement(TEMPLATES + "t.merchant_id = ? order by t.id, z.province_code", statement -> {
            statement.setObject(1, merchantId);
            return templates(statement.executeQuery());
        });
    }

    /** One saving of a merchant's templates at a time, until the transaction ends. */
    void lockMerchant(UUID merchantId) {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('freight'), hashtext(?))", statement -> {
            statement.setString(1, merchantId.toString());
            return statement.execute();
        });
    }

    Map<UUID, FreightUse> uses(UUID merchantId) {
        return jdbc.prepareStatement("""
                select t.id, t.version, (select count(*) from catalog.listing l where l.freight_template_id = t.id)
                from catalog.freight_template t where t.merchant_id = ?
                """, statement -> {
            statement.setObject(1, merchantId);
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, FreightUse> uses = new HashMap<>();
                while (rows.next()) {
                    uses.put(rows.getObject(1, UUID.class), new FreightUse(rows.getLong(2), rows.getLong(3)));
                }
                return uses;
            }
        });
    }

    Map<UUID, UUID> merchantsOf(Collection<UUID> templateIds) {
        return jdbc.prepareStatement(
                "select id, merchant_id from catalog.freight_template where id = any(?)", statement -> {
                    statement.setArray(1, uuids(statement, templateIds));
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<UUID, UUID> merchants = new HashMap<>();
                        while (rows.next()) {
                            merchants.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                        }
                        return merchants;
                    }
                });
    }

    Set<UUID> notDelivering(String provinceCode) {
        return jdbc.prepareStatement("""
                select t.id from catalog.freight_template t
                left join catalog.freight_zone own on own.template_id = t.id and own.province_code = ?
                left join catalog.freight_zone other on other.template_id = t.id and other.province_code = ?
                where not coalesce(own.delivered, other.delivered, false)
                """, statement -> {
            statement.setString(1, provinceCode);
            statement.setString(2, FreightZone.EVERYWHERE_ELSE);
            Set<UUID> ids = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** The zones of the templates that may apply to the provinces, by template and province code. */
    Map<UUID, Map<String, FreightZone>> zones(Collection<UUID> templateIds, Collection<String> provinceCodes) {
        return jdbc.prepareStatement("select z.template_id, " + ZONE_COLUMNS + """
                 from catalog.freight_zone z where z.template_id = any(?) and z.province_code = any(?)
                """, statement -> {
            statement.setArray(1, uuids(statement, templateIds));
            statement.setArray(2, texts(statement, provinceCodes));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Map<String, FreightZone>> zones = new HashMap<>();
                while (rows.next()) {
                    FreightZone zone = zone(rows);
                    zones.computeIfAbsent(rows.getObject("template_id", UUID.class), id -> new HashMap<>())
                            .put(zone.provinceCode(), zone);
                }
                return zones;
            }
        });
    }

    private static List<FreightTemplate> templates(ResultSet rows) throws SQLException {
        Map<UUID, FreightTemplate> templates = new LinkedHashMap<>();
        while (rows.next()) {
            UUID id = rows.getObject("id", UUID.class);
            FreightTemplate template = templates.get(id);
            if (template == null) {
                UUID merchantId = rows.getObject("merchant_id", UUID.class);
                template = new FreightTemplate(id, merchantId, rows.getString("name"), new ArrayList<>());
                templates.put(id, template);
            }
            if (rows.getString("province_code") != null) {
                template.zones().add(zone(rows));
            }
        }
        return List.copyOf(templates.values());
    }

    private static FreightZone zone(ResultSet rows) throws SQLException {
        return new FreightZone(
                rows.getString("province_code"),
                rows.getBoolean("delivered"),
                rows.getLong("first_grams"),
                rows.getLong("first_fen"),
                rows.getLong("step_grams"),
                rows.getLong("step_fen"),
                rows.getObject("free_from_fen", Long.class));
    }
}
