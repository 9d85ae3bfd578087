package terrace.orders.faults;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import terrace.marketplace.embedded.ChildJvm;
import terrace.orders.gateway.BankLink;

/** Kills the shop, or what it stands on, while a crowd buys. */
@Singleton
class Killing {
    private static final List<String> SHOP_FLAGS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> CHANNELS = List.of("stripe", "ccb");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Crowd crowd;
    private final BankLink link;
    private final String url;
    private final String ownerUrl;
    private final String owner;

    Killing(
            Crowd crowd,
            BankLink link,
            @Value("${datasources.default.url}") String url,
            @Value("${terrace.database.owner.url}") String ownerUrl,
            @Value("${terrace.database.owner.username}") String owner) {
        this.crowd = crowd;
        this.link = link;
        this.url = url;
        this.ownerUrl = ownerUrl;
        this.owner = owner;
    }

    /** Who is struck in the middle of a round. */
    enum Whom {
        CONNECTIONS,
        SHOP,
        POSTGRESQL
    }

    /** In seconds before and after; says how many milliseconds after the kill somebody could buy again. */
    long during(Whom whom, Day day, int before, int after, long seed) throws InterruptedException, IOException {
        return whom == Whom.SHOP ? killShop(day, before, after, seed) : killBelow(whom, day, before, after, seed);
    }

    /** The shop lives on; what it stands on does not. */
    private long killBelow(Whom whom, Day day, int before, int after, long seed)
            throws InterruptedException, IOException {
        Thread buying =
                Thread.ofPlatform().start(() -> crowd.buy(Duration.ofSeconds(before + after), seed, CHANNELS, day));
        Thread.sleep(Duration.ofSeconds(before));
        long killed = System.nanoTime();
        if (whom == Whom.POSTGRESQL) {
            Server server = Server.running(ownerUrl + "?user=" + owner);
            server.kill();
            server.start();
        } else {
            cutConnections();
        }
        long up = System.nanoTime();
        buying.join();
        return day.untilSomebodyBought(killed, up);
    }

    /** One shop is killed, and another begun where it stood. */
    private long killShop(Day day, int before, int after, long seed) throws InterruptedException, IOException {
        Path diary = Files.createTempFile("diary", ".txt");
        try (ChildJvm first = shop(diary, before + after, seed)) {
            first.address().join();
            Thread.sleep(Duration.ofSeconds(before));
            ProcessHandle process = ProcessHandle.of(first.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }
        long killed = System.nanoTime();
        Path later = Files.createTempFile("diary", ".txt");
        try (ChildJvm second = shop(later, after, ~seed)) {
            second.address().join();
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (Files.size(later) == 0 && System.nanoTime() < giveUp) {
                Thread.sleep(1);
            }
            long back = Duration.ofNanos(System.nanoTime() - killed).toMillis();
            ProcessHandle.of(second.pid()).ifPresent(process -> process.onExit().join());
            day.read(diary);
            day.read(later);
            return back;
        }
    }

    private ChildJvm shop(Path diary, int seconds, long seed) {
        List<String> flags = new ArrayList<>(SHOP_FLAGS);
        flags.addAll(List.of(
                "-Dterrace.demo=true",
                "-Dterrace.log=OFF",
                "-Dterrace.log.root=OFF",
                "-Dterrace.bank.url=" + link.address().orElseThrow(),
                "-Dterrace.bank.api-key=" + link.apiKey(),
                "-Dterrace.bank.notice-secret=" + link.noticeSecret(),
                "-Dterrace.bank.channels=stripe"));
        return ChildJvm.start(
                "shop",
                flags,
                System.getProperty("java.class.path"),
                Shop.class.getName(),
                List.of(diary.toString(), Integer.toString(seconds), Long.toString(seed)),
                Map.of("JDBC_URL", url, "JDBC_OWNER_URL", ownerUrl, "JDBC_OWNER_USER", owner));
    }

    /** Ends every connection of the application at once, whatever it is doing. */
    private void cutConnections() {
        try (Connection connection = DriverManager.getConnection(ownerUrl, owner, "");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'terrace_app'");
        } catch (SQLException e) {
            throw new IllegalStateException("Connections could not be cut", e);
        }
    }
}
