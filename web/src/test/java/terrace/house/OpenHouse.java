package terrace.house;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.embedded.Ending;
import terrace.marketplace.ids.Ids;

/**
 * The whole site on real PostgreSQL, opened once for all tests that look at it from outside. Search answers from the
 * database: no node is started.
 */
public final class OpenHouse {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private static @Nullable OpenHouse open;

    private final ApplicationContext context;
    private final URI address;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private OpenHouse(EmbeddedServer server) {
        context = server.getApplicationContext();
        address = server.getURI();
    }

    public static synchronized OpenHouse enter() {
        if (open == null) {
            ApplicationContext context = ApplicationContext.builder("test")
                    .properties(Map.of(
                            "micronaut.server.port", -1,
                            "terrace.search.running", false,
                            "terrace.events.worker", false,
                            "terrace.jobs.running", false,
                            "terrace.demo", false))
                    .start();
            Ending.register(context);
            open = new OpenHouse(context.getBean(EmbeddedServer.class).start());
        }
        return open;
    }

    public <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /** A campaign that has begun an hour ago and goes on for three days. */
    public Campaign campaign(String titleZh) {
        Instant now = door(Clock.class).now();
        return door(Campaigns.class)
                .define(new NewCampaign(
                        "c-" + Ids.next(),
                        titleZh,
                        "Harvest",
                        "故事",
                        "Story",
                        5_000,
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofDays(3)),
                        "",
                        "",
                        12,
                        Campaign.Basis.DECLARED,
                        List.of()));
    }

    /** A request to this address, spelt exactly like this. */
    public HttpRequest.Builder ask(String address) {
        return HttpRequest.newBuilder(URI.create(this.address + address)).timeout(ANSWER_MAX);
    }

    public HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String address) {
        return answer(ask(address));
    }

    /** What is at this address, as it came. */
    byte[] bytes(String address) throws IOException {
        try {
            return browser.send(ask(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of all schemas, not as the application. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                property("terrace.database.owner.url"),
                property("terrace.database.owner.username"),
                property("terrace.database.owner.password"));
    }

    private String property(String name) {
        return context.getRequiredProperty(name, String.class);
    }
}
