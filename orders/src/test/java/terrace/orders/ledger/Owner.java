package terrace.orders.ledger;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The owner of the tables, who can do what the application cannot: plants errors that must be found. */
@Singleton
public class Owner {

    private final String url;
    private final String name;
    private final String password;

    Owner(
            @Value("${terrace.database.owner.url}") String url,
            @Value("${terrace.database.owner.username}") String name,
            @Value("${terrace.database.owner.password:}") String password) {
        this.url = url;
        this.name = name;
        this.password = password;
    }

    /** Runs statements past every trigger. */
    public void run(String statements) {
        try (Connection connection = DriverManager.getConnection(url, name, password);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
