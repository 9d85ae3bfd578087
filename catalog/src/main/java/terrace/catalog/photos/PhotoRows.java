package terrace.catalog.photos;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.database.Statements;

/** Keeps which photos a listing has, on the desk and on sale. Who writes holds the listing's lock. */
@Singleton
class PhotoRows {
    private final JdbcOperations jdbc;
    private final Statements statements;

    PhotoRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        statements = new Statements(jdbc);
    }

    /** A photo with what only its keeper needs. */
    record Kept(Photo photo, String wholeKey, String wholeHash) {}

    @Connectable
    List<Kept> ofListing(UUID listingId) {
        return statements.query(
                "select * from catalog.photo where listing_id = ? order by position",
                statement -> statement.setObject(1, listingId),
                PhotoRows::kept);
    }

    void fileMade(String name, UUID listingId) {
        statements.run("""
                insert into catalog.photo_file (name, listing_id) values (?, ?)
                on conflict (name) do update set made_at = marketplace.clock_now()
                """, statement -> {
            statement.setString(1, name);
            statement.setObject(2, listingId);
        });
    }

    void add(Kept kept, int position, UUID actor) {
        Photo photo = kept.photo();
        statements.run("""
                insert into catalog.photo (id, listing_id, name, whole_key, whole_hash, width, height, alt, position,
                    added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, photo.id());
            statement.setObject(2, photo.listingId());
            statement.setString(3, photo.name());
            statement.setString(4, kept.wholeKey());
            statement.setString(5, kept.wholeHash());
            statement.setInt(6, photo.width());
            statement.setInt(7, photo.height());
            statement.setString(8, photo.alt());
            statement.setInt(9, position);
            statement.setObject(10, actor);
        });
    }

    void change(UUID id, String name, String alt, Cut cut) {
        statements.run(
                "update catalog.photo set name = ?, alt = ?, zoom = ?, across = ?, down = ? where id = ?",
                statement -> {
                    statement.setString(1, name);
                    statement.setString(2, alt);
                    statement.setInt(3, cut.zoom());
                    statement.setInt(4, cut.across());
                    statement.setInt(5, cut.down());
                    statement.setObject(6, id);
                });
    }

    void place(UUID id, int position) {
        statements.run("update catalog.photo set position = ? where id = ?", statement -> {
            statement.setInt(1, position);
            statement.setObject(2, id);
        });
    }

    void remove(UUID id) {
        statements.run("""
                with gone as (delete from catalog.photo where id = ? returning whole_key)
                insert into catalog.photo_leaving (whole_key) select whole_key from gone
                """, statement -> statement.setObject(1, id));
    }

    List<ShownPhoto> shown(UUID listingId) {
        return statements.query(
                "select name, alt from catalog.shown_photo where listing_id = ? order by position",
                statement -> statement.setObject(1, listingId),
                rows -> new ShownPhoto(rows.getString(1), rows.getString(2)));
    }

    void show(UUID listingId, List<ShownPhoto> photos) {
        statements.run(
                "delete from catalog.shown_photo where listing_id = ?", statement -> statement.setObject(1, listingId));
        jdbc.prepareStatement(
                "insert into catalog.shown_photo (listing_id, position, name, alt) values (?, ?, ?, ?)", statement -> {
                    for (int position = 0; position < photos.size(); position++) {
                        statement.setObject(1, listingId);
                        statement.setInt(2, position);
                        statement.setString(3, photos.get(position).name());
                        statement.setString(4, photos.get(position).alt());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** What is shown is everybody's, and the first of it the cover. */
    void release(UUID listingId) {
        statements.run("""
                update catalog.listing l set cover = coalesce((select s.name from catalog.shown_photo s
                    where s.listing_id = l.id order by s.position limit 1), '') where l.id = ?
                """, statement -> statement.setObject(1, listingId));
        statements.run("""
                update catalog.photo_file f set released = true from catalog.shown_photo s
                where s.listing_id = ? and f.name = s.name and not f.released
                """, statement -> statement.setObject(1, listingId));
    }

    boolean released(String name) {
        return !statements
                .query(
                        "select name from catalog.photo_file where name = ? and released",
                        statement -> statement.setString(1, name),
                        rows -> rows.getString(1))
                .isEmpty();
    }

    Optional<UUID> listingOf(String name) {
        return statements
                .query(
                        "select listing_id from catalog.photo_file where name = ?",
                        statement -> statement.setString(1, name),
                        rows -> rows.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** Whole photos that left a desk this many days ago. */
    List<String> leaving(int days, int limit) {
        return statements.query(
                """
                select whole_key from catalog.photo_leaving
                where since < marketplace.clock_now() - make_interval(days => ?) order by since limit ?
                """,
                statement -> {
                    statement.setInt(1, days);
                    statement.setInt(2, limit);
                },
                rows -> rows.getString(1));
    }

    /** A whole photo that is on no desk, or not yet. */
    void leave(String wholeKey) {
        statements.run(
                "insert into catalog.photo_leaving (whole_key) values (?)",
                statement -> statement.setString(1, wholeKey));
    }

    void stay(String wholeKey) {
        statements.run(
                "delete from catalog.photo_leaving where whole_key = ?", statement -> statement.setString(1, wholeKey));
    }

    /** Takes away the rows of cuts that were never on sale and that nothing names; their names, for the files. */
    List<String> forgetUnused(int days, int limit) {
        return statements.query(
                """
                delete from catalog.photo_file where name in (
                    select f.name from catalog.photo_file f
                    where not f.released and f.made_at < marketplace.clock_now() - make_interval(days => ?)
                        and not exists (select from catalog.photo p where p.name = f.name)
                        and not exists (select from catalog.shown_photo s where s.name = f.name)
                        and not exists (select from catalog.review r join catalog.review_change c on c.review_id = r.id
                            where r.listing_id = f.listing_id and r.state = 'PENDING'
                                and position(f.name in c.after) > 0)
                    order by f.made_at limit ? for update skip locked)
                returning name
                """,
                statement -> {
                    statement.setInt(1, days);
                    statement.setInt(2, limit);
                },
                rows -> rows.getString(1));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Photo(
                        row.getObject("id", UUID.class),
                        row.getObject("listing_id", UUID.class),
                        row.getString("name"),
                        row.getString("alt"),
                        new Cut(row.getInt("zoom"), row.getInt("across"), row.getInt("down")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("position")),
                row.getString("whole_key"),
                row.getString("whole_hash"));
    }
}
