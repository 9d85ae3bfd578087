package terrace.orders.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.orders.fulfilment.Courier;
import terrace.orders.gateway.BankLink;

/** Whatever the courier's service says or does not say, the page has something to show in good time. */
@MicronautTest(transactional = false)
class HttpCourierTraceTest {
    private static final Instant SENT = Instant.ofEpochSecond(1_763_600_000L);

    @Inject
    BankLink link;

    private final HttpServer service = server();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String asked = "";
    private volatile int status = 200;
    private volatile String body = "{\"steps\":[]}";
    private volatile boolean silent;

    @BeforeEach
    void open() {
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            asked = exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            if (silent) {
                wait(done);
            }
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        done.countDown();
        service.stop(0);
    }

    private Trace trace() {
        return new HttpCourierTrace(
                        link, "http://127.0.0.1:" + service.getAddress().getPort(), "key")
                .of(Courier.SF, "SF1234567890123", SENT);
    }

    @Test
    void the_newest_step_comes_first() {
        body = "{\"steps\":[{\"at\":1763607200,\"kind\":\"COLLECTED\"},"
                + "{\"at\":1763621600,\"kind\":\"DEPARTED\",\"place\":\"昆明\"}]}";
        assertThat(trace())
                .isInstanceOfSatisfying(
                        Trace.Steps.class,
                        trace -> assertThat(trace.steps())
                                .containsExactly(
                                        new Trace.Step(
                                                Instant.ofEpochSecond(1_763_621_600L), Trace.Kind.DEPARTED, "昆明"),
                                        new Trace.Step(
                                                Instant.ofEpochSecond(1_763_607_200L), Trace.Kind.COLLECTED, "")));
        assertThat(asked).isEqualTo("/courier/v1/traces?courier=SF&number=SF1234567890123&sent=1763600000 Bearer key");
    }

    @Test
    void an_unknown_parcel_a_broken_service_and_nonsense_are_no_news() {
        assertThat(trace()).isEqualTo(new Trace.NoNews());
        body = "{\"steps\":[{\"at\":1763607200,\"kind\":\"EATEN\"}]}";
        assertThat(trace()).isEqualTo(new Trace.NoNews());
        body = "<html>we will be right back</html>";
        assertThat(trace()).isEqualTo(new Trace.NoNews());
        status = 503;
        assertThat(trace()).isEqualTo(new Trace.NoNews());
        service.stop(0);
        assertThat(trace()).isEqualTo(new Trace.NoNews());
        assertThat(new HttpCourierTrace(link, "", "").of(Courier.SF, "SF1234567890123", SENT))
                .isEqualTo(new Trace.NoNews());
    }

    @Test
    void a_service_that_begins_to_answer_and_stops_is_not_waited_for() {
        silent = true;
        assertThat(trace()).isEqualTo(new Trace.NoNews());
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
