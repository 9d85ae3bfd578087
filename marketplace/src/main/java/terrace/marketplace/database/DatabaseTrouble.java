package terrace.marketplace.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a database that cannot be used says into the line a start ends with. */
public final class DatabaseTrouble {
    private DatabaseTrouble() {}

    /** One sentence when this is the database speaking; empty for any other trouble. */
    public static Optional<String> sentence(@Nullable Throwable trouble) {
        return trouble instanceof SQLException
                ? Optional.of("The database named in JDBC_URL says: "
                        + String.valueOf(trouble.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("nothing"))
                : Optional.empty();
    }
}
