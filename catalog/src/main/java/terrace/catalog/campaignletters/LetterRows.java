package terrace.catalog.campaignletters;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps letters and whom they go to. */
@Singleton
class LetterRows {
    private final JdbcOperations jdbc;

    LetterRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A shop that waits to be told. */
    record Untold(UUID letterId, UUID merchantId, UUID campaignId, String text) {}

    List<UUID> enrolled(UUID campaignId, int limit) {
        return ids("""
                select merchant_id from catalog.enrolment
                where campaign_id = ? and state in ('SIGNED', 'APPROVED')
                group by merchant_id order by merchant_id limit ?
                """, statement -> {
            statement.setObject(1, campaignId);
            statement.setInt(2, limit);
        });
    }

    /** Those that sold most first, of equals the newest. */
    List<UUID> inviting(UUID campaignId, List<String> origins, int limit) {
        return ids("""
                select l.merchant_id from catalog.listing l
                where l.on_shelf and (? or exists (select from unnest(?::text[]) as o (code)
                        where starts_with(l.county_code, o.code)))
                    and not exists (select from catalog.enrolment e where e.campaign_id = ?
                        and e.merchant_id = l.merchant_id and e.state in ('SIGNED', 'APPROVED'))
                group by l.merchant_id order by sum(l.sold) desc, l.merchant_id desc limit ?
                """, statement -> {
            statement.setBoolean(1, origins.isEmpty());
            statement.setArray(2, statement.getConnection().createArrayOf("text", origins.toArray()));
            statement.setObject(3, campaignId);
            statement.setInt(4, limit);
        });
    }

    boolean known(UUID id, UUID campaignId) {
        return !ids("select id from catalog.campaign_letter where id = ? and campaign_id = ?", statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, campaignId);
                })
                .isEmpty();
    }

    /** Letters of one campaign are counted one after the other. */
    void lock(UUID campaignId) {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('campaign-letter'), hashtext(?))", statement -> {
            statement.setString(1, campaignId.toString());
            return statement.execute();
        });
    }

    /** False when so many went out today, or the id is taken. */
    boolean add(UUID id, UUID campaignId, Audience audience, String text, UUID actor, int aDay) {
        return jdbc.prepareStatement("""
                insert into catalog.campaign_letter (id, campaign_id, audience, body, sent_by, turn)
                select ?, ?, ?, ?, ?, count(*) + 1 from catalog.campaign_letter
                where campaign_id = ? and day = (marketplace.clock_now() at time zone 'Asia/Shanghai')::date
                having count(*) < ?
                on conflict (id) do nothing
                """, statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, campaignId);
                    statement.setString(3, audience.name());
                    statement.setString(4, text);
                    statement.setObject(5, actor);
                    statement.setObject(6, campaignId);
                    statement.setInt(7, aDay);
                    return statement.executeUpdate();
                })
                == 1;
    }

    void address(UUID id, List<UUID> shops) {
        jdbc.prepareStatement(
                "insert into catalog.campaign_letter_to (letter_id, merchant_id) select ?, unnest(?::uuid[])",
                statement -> {
                    statement.setObject(1, id);
                    statement.setArray(2, uuids(statement, shops));
                    return statement.executeUpdate();
                });
    }

    /** Marks some as told, leaving aside those another node is at. */
    List<Untold> tell(int limit) {
        return jdbc.prepareStatement("""
                with next as (
                    select letter_id, merchant_id from catalog.campaign_letter_to where told_at is null
                    order by letter_id, merchant_id limit ? for update skip locked)
                update catalog.campaign_letter_to t set told_at = marketplace.clock_now()
                from next join catalog.campaign_letter l on l.id = next.letter_id
                where t.letter_id = next.letter_id and t.merchant_id = next.merchant_id
                returning t.letter_id, t.merchant_id, l.campaign_id, l.body
                """, statement -> {
            statement.setInt(1, limit);
            List<Untold> untold = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    untold.add(new Untold(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getString(4)));
                }
            }
            return untold;
        });
    }

    List<CampaignLetter> of(UUID campaignId, int limit) {
        return jdbc.prepareStatement("""
                select l.id, l.audience, l.body, l.sent_at, count(t.merchant_id), count(t.told_at)
                from catalog.campaign_letter l left join catalog.campaign_letter_to t on t.letter_id = l.id
                where l.campaign_id = ? group by l.id order by l.sent_at desc, l.id limit ?
                """, statement -> {
            statement.setObject(1, campaignId);
            statement.setInt(2, limit);
            List<CampaignLetter> letters = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new CampaignLetter(
                            row.getObject(1, UUID.class),
                            Audience.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getInt(5),
                            row.getInt(6)));
                }
            }
            return letters;
        });
    }

    private List<UUID> ids(String sql, Filler filler) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            filler.fill(statement);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** Fills the places of a statement. */
    interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
