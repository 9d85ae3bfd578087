package terrace.search.vectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Vectors by the digest of their text, and the listings whose titles have none yet. */
@Singleton
@Transactional
class VectorRepository {
    private final JdbcOperations jdbc;

    VectorRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known, by text. */
    Map<String, Vector> find(Collection<String> texts) {
        Map<String, String> byDigest = new HashMap<>();
        texts.forEach(text -> byDigest.put(hex(digest(text)), text));
        byte[][] digests = texts.stream().map(VectorRepository::digest).toArray(byte[][]::new);
        return jdbc.prepareStatement(
                "select encode(digest, 'hex'), parts from search.vector where model = ? and digest = any(?)",
                statement -> {
                    statement.setString(1, Embedder.MODEL);
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", digests));
                    Map<String, Vector> found = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            String text = byDigest.get(rows.getString(1));
                            if (text != null) {
                                found.put(text, Vector.of(rows.getBytes(2)));
                            }
                        }
                    }
                    return found;
                });
    }

    /** Somebody else may have made the same meanwhile: it is the same. */
    void add(Map<String, Vector> made) {
        String insert = "insert into search.vector (model, digest, parts) values (?, ?, ?) on conflict do nothing";
        jdbc.prepareStatement(insert, statement -> {
            for (Map.Entry<String, Vector> one : made.entrySet()) {
                statement.setString(1, Embedder.MODEL);
                statement.setBytes(2, digest(one.getKey()));
                statement.setBytes(3, one.getValue().bytes());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** A listing waits once, with the text it had last. */
    void await(Map<UUID, String> texts) {
        String insert = "insert into search.waiting_vector (listing_id, text) values (?, ?)"
                + " on conflict (listing_id) do update set text = excluded.text";
        // in one order, so that two writers of the same listings do not wait for each other in a ring
        jdbc.prepareStatement(insert, statement -> {
            for (UUID id : texts.keySet().stream().sorted().toList()) {
                statement.setObject(1, id);
                statement.setString(2, texts.get(id));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    Map<UUID, String> waiting(int limit) {
        return jdbc.prepareStatement(
                "select listing_id, text from search.waiting_vector order by listing_id limit ?", statement -> {
                    statement.setInt(1, limit);
                    return read(statement);
                });
    }

    /** Unless the title changed meanwhile. */
    void done(Map<UUID, String> texts) {
        jdbc.prepareStatement("delete from search.waiting_vector where listing_id = ? and text = ?", statement -> {
            for (UUID id : texts.keySet().stream().sorted().toList()) {
                statement.setObject(1, id);
                statement.setString(2, texts.get(id));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    VectorProgress progress() {
        return jdbc.prepareStatement(
                "select (select count(*) from search.vector where model = ?),"
                        + " (select count(*) from search.waiting_vector)",
                statement -> {
                    statement.setString(1, Embedder.MODEL);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return new VectorProgress(rows.getLong(1), rows.getLong(2));
                    }
                });
    }

    private static Map<UUID, String> read(PreparedStatement statement) throws SQLException {
        Map<UUID, String> texts = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return texts;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
