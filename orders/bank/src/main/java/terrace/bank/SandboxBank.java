package terrace.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Book;
import terrace.bank.ccb.CcbAgreements;
import terrace.bank.ccb.CcbCounter;
import terrace.bank.ccb.CcbKeys;
import terrace.bank.ccb.CcbMarket;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Faults;
import terrace.bank.counter.FileErrors;
import terrace.bank.counter.Refunds;
import terrace.bank.counter.Refusal;
import terrace.bank.notices.Notices;

/** The running bank: a WireMock server whose few stubs hand every request to a part of ours. */
final class SandboxBank implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Map<String, String> PARTS =
            Map.of("__bank", "control", "pay", "pay", "v1", "api", "CCBIS", "ccb", "hsb", "ccb", "courier", "courier");
    private static final int THREADS = 64;
    private static final int BACKLOG = 512;

    private final Book book;
    private final @Nullable Notices notices;
    private final WireMockServer server;

    private SandboxBank(Book book, @Nullable Notices notices, WireMockServer server) {
        this.book = book;
        this.notices = notices;
        this.server = server;
    }

    static SandboxBank start(Settings settings, InstantSource wall) throws IOException {
        int port = settings.port() == 0 ? freePort() : settings.port();
        String publicUrl = settings.publicUrl() == null ? "http://" + HOST + ":" + port : settings.publicUrl();
        Book book = Book.open(settings.data(), wall);
        Notices notices = settings.noticeUrl() == null
                ? null
                : Notices.start(
                        book,
                        settings.noticeUrl(),
                        Objects.requireNonNullElse(settings.ccb().noticeUrl(), settings.noticeUrl()),
                        settings.noticeSecret());
        CcbKeys keys = CcbKeys.open(settings.data(), settings.ccb().shopKey());
        WireMockServer server = server(settings, port, publicUrl, book, notices, keys);
        SandboxBank bank = new SandboxBank(book, notices, server);
        try {
            server.start();
        } catch (RuntimeException e) {
            bank.close();
            throw e;
        }
        return bank;
    }

    private static WireMockServer server(
            Settings settings, int port, String publicUrl, Book book, @Nullable Notices notices, CcbKeys keys) {
        Faults faults = new Faults();
        Access access = new Access(settings.apiKey());
        Checkouts checkouts = new Checkouts(faults, publicUrl, settings.feeBasisPoints());
        FileErrors fileErrors = new FileErrors();
        CcbCounter ccb = new CcbCounter(faults, checkouts, keys, settings.ccb().returnUrl());
        CcbMarket market = new CcbMarket(checkouts, new Refunds(faults), ccb, keys);
        CcbAgreements agreements = new CcbAgreements(checkouts, ccb, publicUrl);
        Faults none = new Faults();
        WireMockServer server = new WireMockServer(configuration(settings.data(), port)
                .extensions(
                        new Hatch("api", faults, new Api(book, access, faults, fileErrors, checkouts)::answer),
                        new Hatch(
                                "ccb",
                                faults,
                                new CcbDesk(book, access, faults, fileErrors, ccb, market, agreements)::answer),
                        new Hatch("pay", faults, new PayDesk(book, faults, checkouts, ccb, agreements)::answer),
                        new Hatch("courier", faults, new CourierDesk(book, access, faults)::answer),
                        // the handles keep working while the bank is told to fail
                        new Hatch("control", none, new Control(book, access, faults, fileErrors, notices)::answer),
                        new Hatch("nothing", none, SandboxBank::nothing)));
        // WireMock asks the stub added last first
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("nothing")));
        PARTS.forEach((path, part) -> server.stubFor(
                any(urlMatching("/" + path + "/.*")).willReturn(aResponse().withTransformers(part))));
        return server;
    }

    /** No journal, no files, no admin interface: WireMock is the server, the book is ours. */
    private static WireMockConfiguration configuration(Path data, int port) {
        return WireMockConfiguration.options()
                .bindAddress(HOST)
                .port(port)
                .containerThreads(THREADS)
                .jettyAcceptQueueSize(BACKLOG)
                .http2PlainDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .withRootDirectory(data.resolve("wiremock").toString())
                .adminAuthenticator(request -> false)
                .notifier(new ConsoleNotifier(false));
    }

    private static Reply nothing(Call call) {
        throw new Refusal(404, "invalid_request_error", "url_unknown", "The bank has nothing here.", null);
    }

    /** The port must be known before the first session is given its address. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://" + HOST + ":" + server.port();
    }

    @Override
    public void close() throws IOException {
        // Jetty cannot be stopped when its port was taken and it never ran
        if (server.isRunning()) {
            server.stop();
        }
        if (notices != null) {
            notices.close();
        }
        book.close();
    }
}
