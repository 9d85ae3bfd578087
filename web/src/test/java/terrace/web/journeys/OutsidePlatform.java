package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import terrace.marketplace.feeds.FeedSignature;
import terrace.marketplace.feeds.Feeds;

/** A consumption-assistance platform elsewhere: it signs what it asks, and believes only signed answers. */
record OutsidePlatform(String code, String secret) {
    private static final int GRAMS = 6;
    private static final int CAMPAIGN = 11;

    /** What facts of a campaign add up to, page after page from the first. */
    long grams(String campaign) throws IOException, InterruptedException {
        long sum = 0;
        long after = 0;
        List<String> rows = rows(after);
        while (!rows.isEmpty()) {
            sum += grams(rows, campaign);
            String last = rows.getLast();
            after = Long.parseLong(last.substring(0, last.indexOf(',')));
            rows = rows(after);
        }
        return sum;
    }

    /** Rows of the file of facts; what came back is below nought. */
    static long grams(List<String> rows, String campaign) {
        return rows.stream()
                .map(row -> row.split(","))
                .filter(cells -> cells[CAMPAIGN].equals(campaign))
                .mapToLong(cells -> Long.parseLong(cells[GRAMS]))
                .sum();
    }

    private List<String> rows(long after) throws IOException, InterruptedException {
        return new String(verified("/feeds/v1/facts.csv?after=" + after), UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    private byte[] verified(String path) throws IOException, InterruptedException {
        String seconds = Long.toString(OpenMarket.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(OpenMarket.address() + path))
                .header(Feeds.RECEIVER_HEADER, code)
                .header(Feeds.TIME_HEADER, seconds)
                .header(Feeds.SIGNATURE_HEADER, FeedSignature.of(secret, seconds, path.getBytes(UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(FeedSignature.matches(
                            secret,
                            answer.headers().firstValue(Feeds.TIME_HEADER).orElseThrow(),
                            answer.body(),
                            answer.headers().firstValue(Feeds.SIGNATURE_HEADER).orElseThrow()))
                    .isTrue();
            return answer.body();
        }
    }
}
