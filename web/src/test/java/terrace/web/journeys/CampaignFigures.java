package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.marketplace.organising.Reports;

/** A campaign's figures as a reader finds them: on its page, and added up from its files. */
record CampaignFigures(String slug) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int TRIES_MAX = 60;

    /** What a reader adds up, in grams. */
    long fromTheFile(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .mapToLong(cells -> Long.parseLong(cells[3]) * (cells[1].equals("RETURNED") ? -1 : 1))
                .sum();
    }

    /** Until so many orders are counted for it, and the page says so. */
    void counted(String board, int orders) throws Exception {
        UUID id = UUID.fromString(board.replaceAll(".*/", ""));
        Reports reports = OpenMarket.door(Reports.class);
        await(() -> reports.sums(id, OpenMarket.now()).orders() == orders);
        await(() -> jin() == reports.sums(id, OpenMarket.now()).grams() / 500);
    }

    /** Figures are some seconds old, and events take a moment. */
    static void await(Callable<Boolean> reached) throws Exception {
        for (int tries = 0; tries < TRIES_MAX && !reached.call(); tries++) {
            Thread.sleep(500);
        }
        assertThat(reached.call()).isTrue();
    }

    long jin() throws IOException, InterruptedException {
        Matcher figure =
                Pattern.compile("<b class=\"figure num\">([0-9,]+)</b>").matcher(page());
        assertThat(figure.find()).isTrue();
        return Long.parseLong(figure.group(1).replace(",", ""));
    }

    String page() throws IOException, InterruptedException {
        return new String(get("/campaigns/" + slug).body(), UTF_8);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(OpenMarket.address() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
