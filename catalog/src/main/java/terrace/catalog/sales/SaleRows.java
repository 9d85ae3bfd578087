package terrace.catalog.sales;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The facts, and the list of those that no sum has heard of yet. */
@Singleton
class SaleRows {
    private final JdbcOperations jdbc;

    SaleRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Collection<SaleFact> facts) {
        List<SaleFact> all = List.copyOf(facts);
        jdbc.prepareStatement("""
                with kept as (
                    insert into catalog.sale_fact (source, kind, number, listing_id, quantity, grams, at)
                    select source, kind, number, listing_id, quantity, grams, at::timestamptz
                    from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[])
                        as f (source, kind, number, listing_id, quantity, grams, at)
                    on conflict do nothing returning listing_id, quantity)
                insert into catalog.sale_to_count (listing_id, quantity) select listing_id, quantity from kept
                """, statement -> {
            statement.setArray(
                    1, texts(statement, all.stream().map(SaleFact::source).toList()));
            statement.setArray(
                    2, texts(statement, all.stream().map(SaleFact::kind).toList()));
            statement.setArray(
                    3, texts(statement, all.stream().map(SaleFact::number).toList()));
            statement.setArray(
                    4, uuids(statement, all.stream().map(SaleFact::listingId).toList()));
            statement.setArray(
                    5, longs(statement, all.stream().map(SaleFact::quantity).toList()));
            statement.setArray(
                    6, longs(statement, all.stream().map(SaleFact::grams).toList()));
            statement.setArray(
                    7,
                    texts(
                            statement,
                            all.stream().map(fact -> fact.at().toString()).toList()));
            return statement.executeUpdate();
        });
    }

    /** Takes facts off the list and answers their sums by listing; their number is the sum of {@code facts}. */
    Counted takeUncounted(int limit) {
        return jdbc.prepareStatement("""
                with due as (
                    delete from catalog.sale_to_count where number in (
                        select number from catalog.sale_to_count order by number limit ? for update skip locked)
                    returning listing_id, quantity)
                select listing_id, sum(quantity)::bigint as pieces, count(*) as facts from due group by listing_id
                """, statement -> {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Long> pieces = new TreeMap<>();
                int facts = 0;
                while (rows.next()) {
                    pieces.put(rows.getObject("listing_id", UUID.class), rows.getLong("pieces"));
                    facts += rows.getInt("facts");
                }
                return new Counted(facts, pieces);
            }
        });
    }

    /** So many facts, and the pieces they add to each listing. */
    record Counted(int facts, Map<UUID, Long> pieces) {}
}
