package terrace.catalog.questions;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps questions and every version of their answers. */
@Singleton
class QuestionRows {
    private static final String SELECT = "select * from catalog.question where ";
    private static final String OPEN = "answered_at is not null and hidden_reason = '' and answer_hidden_reason = ''";

    private final JdbcOperations jdbc;

    QuestionRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One asks after the other, so that two at once cannot pass the limit of a day. */
    void lockMember(UUID memberId) {
        run("select pg_advisory_xact_lock(?)", statement -> statement.setLong(1, memberId.getLeastSignificantBits()));
    }

    int askedSince(UUID memberId, Instant since) {
        return count("select count(*) from catalog.question where member_id = ? and asked_at >= ?", memberId, since);
    }

    /** True at most once in that time for each merchant, also for two at once; a letter is on record by it. */
    boolean maySendLetter(UUID merchantId, Duration every) {
        return jdbc.prepareStatement("""
                insert into catalog.question_letter as l (merchant_id) values (?)
                on conflict (merchant_id) do update set sent_at = excluded.sent_at
                where l.sent_at <= excluded.sent_at - make_interval(secs => ?)
                """, statement -> {
                    statement.setObject(1, merchantId);
                    statement.setLong(2, every.toSeconds());
                    return statement.executeUpdate();
                })
                > 0;
    }

    /** Adds nothing where this member has asked the same of this listing. */
    void add(UUID id, UUID listingId, UUID merchantId, UUID memberId, String text) {
        jdbc.prepareStatement("""
                insert into catalog.question (id, listing_id, merchant_id, member_id, text) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, listingId);
            statement.setObject(3, merchantId);
            statement.setObject(4, memberId);
            statement.setString(5, text);
            return statement.executeUpdate();
        });
    }

    @Nullable
    Question same(UUID listingId, UUID memberId, String text) {
        return first(SELECT + "listing_id = ? and member_id = ? and md5(text) = md5(?)", statement -> {
            statement.setObject(1, listingId);
            statement.setObject(2, memberId);
            statement.setString(3, text);
        });
    }

    @Nullable
    Question byId(UUID id) {
        return first(SELECT + "id = ?", statement -> statement.setObject(1, id));
    }

    @Nullable
    Question locked(UUID id) {
        return first(SELECT + "id = ? for no key update", statement -> statement.setObject(1, id));
    }

    List<Question> open(UUID listingId, @Nullable Question after, int limit) {
        String beyond = after == null ? "" : " and (answered_at, id) < (?, ?)";
        return questions(
                SELECT + "listing_id = ? and " + OPEN + beyond + " order by answered_at desc, id desc limit ?",
                statement -> {
                    int place = 1;
                    statement.setObject(place++, listingId);
                    if (after != null && after.answeredAt() != null) {
                        statement.setObject(place++, after.answeredAt().atOffset(ZoneOffset.UTC));
                        statement.setObject(place++, after.id());
                    }
                    statement.setInt(place, limit);
                });
    }

    /** What a member asked of a listing and the public does not see, newest first. */
    List<Question> heldBack(UUID listingId, UUID memberId, int limit) {
        return questions(
                SELECT + "listing_id = ? and member_id = ? and not (" + OPEN + ") order by id desc limit ?",
                statement -> {
                    statement.setObject(1, listingId);
                    statement.setObject(2, memberId);
                    statement.setInt(3, limit);
                });
    }

    List<Question> ofMerchant(UUID merchantId, boolean answered, UUID before, int limit) {
        return questions(
                SELECT + "merchant_id = ? and (answered_at is not null) = ? and id < ? order by id desc limit ?",
                statement -> {
                    statement.setObject(1, merchantId);
                    statement.setBoolean(2, answered);
                    statement.setObject(3, before);
                    statement.setInt(4, limit);
                });
    }

    List<Question> all(UUID before, int limit) {
        return questions(SELECT + "id < ? order by id desc limit ?", statement -> {
            statement.setObject(1, before);
            statement.setInt(2, limit);
        });
    }

    /** A new version is to be read again, even where the one before it was hidden. */
    void answer(UUID id, int version, String text, UUID actor) {
        jdbc.prepareStatement("""
                with kept as (insert into catalog.question_answer (question_id, version, text, answered_by)
                    values (?, ?, ?, ?) returning answered_at)
                update catalog.question q set answer = ?, answer_version = ?, answer_hidden_reason = '',
                    answered_at = coalesce(q.answered_at, kept.answered_at) from kept where q.id = ?
                """, statement -> {
            statement.setObject(1, id);
            statement.setInt(2, version);
            statement.setString(3, text);
            statement.setObject(4, actor);
            statement.setString(5, text);
            statement.setInt(6, version);
            statement.setObject(7, id);
            return statement.executeUpdate();
        });
    }

    void hide(UUID id, String reason, String answerReason) {
        jdbc.prepareStatement(
                "update catalog.question set hidden_reason = ?, answer_hidden_reason = ? where id = ?", statement -> {
                    statement.setString(1, reason);
                    statement.setString(2, answerReason);
                    statement.setObject(3, id);
                    return statement.executeUpdate();
                });
    }

    /** Newest first. */
    List<AnswerVersion> versions(UUID id) {
        return jdbc.prepareStatement(
                "select * from catalog.question_answer where question_id = ? order by version desc", statement -> {
                    statement.setObject(1, id);
                    List<AnswerVersion> versions = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            versions.add(new AnswerVersion(
                                    rows.getInt("version"),
                                    rows.getString("text"),
                                    rows.getObject("answered_by", UUID.class),
                                    rows.getObject("answered_at", OffsetDateTime.class)
                                            .toInstant()));
                        }
                    }
                    return versions;
                });
    }

    private int count(String sql, UUID of, Instant since) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, of);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private void run(String sql, Filling filling) {
        jdbc.prepareStatement(sql, statement -> {
            filling.fill(statement);
            return statement.execute();
        });
    }

    private @Nullable Question first(String sql, Filling filling) {
        return questions(sql, filling).stream().findFirst().orElse(null);
    }

    private List<Question> questions(String sql, Filling filling) {
        return jdbc.prepareStatement(sql, statement -> {
            filling.fill(statement);
            List<Question> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(question(rows));
                }
            }
            return found;
        });
    }

    private static Question question(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("text"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                row.getInt("answer_version"),
                answered == null ? null : answered.toInstant(),
                row.getString("hidden_reason"),
                row.getString("answer_hidden_reason"));
    }

    /** Puts the parameters into a statement. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
