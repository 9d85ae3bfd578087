package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import terrace.marketplace.feeds.FeedSignature;
import terrace.marketplace.feeds.Feeds;

/** A consumption-assistance platform elsewhere: it signs what it asks, and believes only signed answers. */
record OutsidePlatform(String code, String secret) {
    byte[] verified(String path) throws IOException, InterruptedException {
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
