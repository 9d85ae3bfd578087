package terrace.marketplace.coupons;

import static terrace.marketplace.coupons.CouponRows.instant;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads batches and their terms from whatever was selected. */
final class BatchColumns {

    /** A column of whatever selects from coupon_batch b. */
    static final String TARGETS = """
            (select array_agg(t.kind || ' ' || t.target_id) from marketplace.coupon_target t
                where t.batch_id = b.id) as targets
            """;

    private BatchColumns() {}

    static List<Batch> read(PreparedStatement statement) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OffsetDateTime stopped = row.getObject("stopped_at", OffsetDateTime.class);
                batches.add(new Batch(
                        terms(row),
                        new Giving(
                                Giving.Way.valueOf(row.getString("way")),
                                row.getInt("streak_days"),
                                row.getObject("per_device", Integer.class),
                                row.getString("campaign_slug")),
                        row.getLong("budget_fen"),
                        row.getLong("claimed_fen"),
                        row.getInt("per_person"),
                        row.getObject("made_by", UUID.class),
                        instant(row, "made_at"),
                        stopped == null ? null : stopped.toInstant(),
                        row.getBoolean("over")));
            }
        }
        return batches;
    }

    static CouponTerms terms(ResultSet row) throws SQLException {
        return new CouponTerms(
                row.getObject("id", UUID.class),
                CouponKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("title_en"),
                row.getLong("face_fen"),
                row.getLong("threshold_fen"),
                row.getInt("cover_percent"),
                new CostShare(
                        row.getInt("platform_share"),
                        row.getInt("organiser_share"),
                        row.getInt("merchant_share"),
                        row.getObject("organiser_id", UUID.class),
                        row.getObject("merchant_id", UUID.class)),
                instant(row, "opens_at"),
                instant(row, "ends_at"),
                targets(row.getArray("targets")));
    }

    private static Set<CouponTarget> targets(@Nullable Array targets) throws SQLException {
        Set<CouponTarget> read = new HashSet<>();
        if (targets != null) {
            for (String target : (String[]) targets.getArray()) {
                int space = target.indexOf(' ');
                read.add(new CouponTarget(
                        CouponTarget.Kind.valueOf(target.substring(0, space)),
                        UUID.fromString(target.substring(space + 1))));
            }
        }
        return read;
    }
}
