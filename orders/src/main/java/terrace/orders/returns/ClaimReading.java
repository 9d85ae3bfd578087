package terrace.orders.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a claim from a row. */
final class ClaimReading {
    private ClaimReading() {}

    static Claim claim(ResultSet row) throws SQLException {
        @Nullable String spoiled = row.getString("spoiled");
        return new Claim(
                id(row, "id"),
                row.getString("number"),
                id(row, "order_id"),
                row.getString("order_number"),
                row.getInt("position"),
                id(row, "listing_id"),
                row.getString("title"),
                row.getString("sku_name"),
                id(row, "member_id"),
                id(row, "merchant_id"),
                ClaimKind.valueOf(row.getString("kind")),
                row.getInt("quantity"),
                spoiled == null ? null : Spoiled.valueOf(spoiled),
                row.getLong("asked_fen"),
                row.getLong("standing_fen"),
                row.getBoolean("goods_back"),
                ClaimState.valueOf(row.getString("state")),
                ClaimRows.instant(row, "due_at"),
                row.getBoolean("member_agrees"),
                row.getBoolean("merchant_agrees"),
                row.getObject("mediator_id", UUID.class),
                row.getObject("arbiter_id", UUID.class),
                row.getString("courier"),
                row.getString("tracking_number"),
                row.getObject("reversal_id", UUID.class),
                row.getInt("events"),
                Objects.requireNonNull(ClaimRows.instant(row, "opened_at")),
                ClaimRows.instant(row, "closed_at"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
