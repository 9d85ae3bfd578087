package terrace.orders.returns;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.files.KeptPhotos;

/** Photos of what came. */
@Singleton
class ClaimPhotos {
    private static final String FOLDER = "claims";

    private final KeptPhotos kept;
    private final JdbcOperations jdbc;

    ClaimPhotos(KeptPhotos kept, JdbcOperations jdbc) {
        this.kept = kept;
        this.jdbc = jdbc;
    }

    Optional<List<String>> store(List<byte[]> photos) {
        return kept.keep(FOLDER, photos, Claims.PHOTO_BYTES_MAX);
    }

    void forget(List<String> keys) {
        kept.forget(keys);
    }

    void add(UUID claimId, List<String> keys) {
        jdbc.prepareStatement("""
                insert into orders.claim_photo (claim_id, position, file_key)
                select ?, coalesce(max(position), 0) + 1, ? from orders.claim_photo where claim_id = ?
                """, statement -> {
            for (String key : keys) {
                statement.setObject(1, claimId);
                statement.setString(2, key);
                statement.setObject(3, claimId);
                statement.executeUpdate();
            }
            return keys.size();
        });
    }

    int count(UUID claimId) {
        return jdbc.prepareStatement("select count(*) from orders.claim_photo where claim_id = ?", statement -> {
            statement.setObject(1, claimId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    Optional<byte[]> file(UUID claimId, int position) {
        return jdbc.prepareStatement(
                        "select file_key from orders.claim_photo where claim_id = ? and position = ?", statement -> {
                            statement.setObject(1, claimId);
                            statement.setInt(2, position);
                            try (ResultSet row = statement.executeQuery()) {
                                return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
                            }
                        })
                .flatMap(kept::get);
    }
}
