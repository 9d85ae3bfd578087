package terrace.marketplace.impact;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.database.SqlArrays;
import terrace.marketplace.households.Household;

/** What a reckoning is made of: sums of facts, and who stands behind an allocation. */
@Singleton
class ReckoningRows {
    /** Of each month, county and allocation; a year of five million facts becomes some ten thousand rows. */
    private static final String HEAPS = """
            select date_trunc('month', day)::date as month, county_code, allocation, basis,
                sum(grams)::bigint as grams, sum(fen)::bigint as fen, count(*) as facts
            from %s where %s group by 1, 2, 3, 4
            """;

    private static final String ALL = "marketplace.impact_fact";
    private static final String WHEN = "number <= ? and day between ? and ?";

    static final String OF_DAYS = HEAPS.formatted(ALL, WHEN);

    /**
     * Materialized, so that the index of pavilions is what is read, whatever a plan kept for other arguments thinks of
     * the days: of its facts those of other days are few.
     */
    static final String OF_PAVILION = """
            with mine as materialized (
                select * from marketplace.impact_fact where pavilions @> array[?::text])
            """ + HEAPS.formatted("mine", WHEN);

    /** What came since then: by number, whatever its days are. */
    static final String SINCE =
            """
            with fresh as materialized (
                select * from marketplace.impact_fact where number > ? and number <= ?)
            """ + HEAPS.formatted("fresh", "day between ? and ? and (?::text is null or pavilions @> array[?::text])");

    private static final String OF_CAMPAIGN = HEAPS.formatted(ALL, "campaign = ? and campaign <> ''");

    private static final String MEMBERS = """
            select m.allocation, h.county_code, h.number
            from marketplace.allocation_household m join marketplace.household h on h.id = m.household_id
            where m.allocation = any(?) order by m.allocation, h.county_code, h.number
            """;

    private final JdbcOperations jdbc;

    ReckoningRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last the number of the newest fact that is looked at */
    List<Heap> heaps(LocalDate from, LocalDate to, @Nullable String pavilion, long last) {
        return jdbc.prepareStatement(pavilion == null ? OF_DAYS : OF_PAVILION, (PreparedStatement statement) -> {
            int next = 1;
            if (pavilion != null) {
                statement.setString(next++, pavilion);
            }
            statement.setLong(next++, last);
            statement.setObject(next++, from);
            statement.setObject(next, to);
            return heaps(statement);
        });
    }

    /** As {@link #heaps}, of facts after one number and up to another. */
    List<Heap> since(long number, long last, LocalDate from, LocalDate to, @Nullable String pavilion) {
        return jdbc.prepareStatement(SINCE, (PreparedStatement statement) -> {
            statement.setLong(1, number);
            statement.setLong(2, last);
            statement.setObject(3, from);
            statement.setObject(4, to);
            statement.setString(5, pavilion);
            statement.setString(6, pavilion);
            return heaps(statement);
        });
    }

    /** What was sold for a campaign, by its slug. */
    List<Heap> heapsOfCampaign(String slug) {
        return jdbc.prepareStatement(OF_CAMPAIGN, (PreparedStatement statement) -> {
            statement.setString(1, slug);
            return heaps(statement);
        });
    }

    private static List<Heap> heaps(PreparedStatement statement) throws SQLException {
        List<Heap> heaps = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String basis = row.getString("basis");
                heaps.add(new Heap(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("county_code"),
                        row.getObject("allocation", Long.class),
                        basis == null ? null : Basis.valueOf(basis),
                        row.getLong("grams"),
                        row.getLong("fen"),
                        row.getLong("facts")));
            }
        }
        return heaps;
    }

    /** The codes of the families behind each of these allocations. */
    Map<Long, List<String>> members(Set<Long> allocations) {
        if (allocations.isEmpty()) {
            return Map.of();
        }
        return jdbc.prepareStatement(MEMBERS, (PreparedStatement statement) -> {
            statement.setArray(1, SqlArrays.longs(statement, allocations));
            Map<Long, List<String>> members = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.computeIfAbsent(row.getLong("allocation"), number -> new ArrayList<>())
                            .add(Household.code(row.getString("county_code"), row.getInt("number")));
                }
            }
            return members;
        });
    }
}
