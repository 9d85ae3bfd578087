package terrace.marketplace.feeds;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import terrace.marketplace.clock.Clock;

/** Sends pages of facts to other machines: encrypted, to addresses outside, and never further than asked. */
@Singleton
class FeedTransport {
    static final String SILENT = "SILENT";
    static final String ADDRESS = "ADDRESS";

    private static final int IPV4_BYTES = 4;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final boolean near;
    private final Clock clock;

    FeedTransport(
            @Property(name = "terrace.demo", defaultValue = "false") boolean demo,
            Environment environment,
            Clock clock) {
        this.near = demo || environment.getActiveNames().contains(Environment.TEST);
        this.clock = clock;
    }

    /** Whether facts may be sent there: https, and without a password in it; in demo and tests also http. */
    boolean acceptable(String address) {
        try {
            URI uri = URI.create(address);
            boolean safe = "https".equals(uri.getScheme()) || (near && "http".equals(uri.getScheme()));
            return safe && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Empty when the receiver said yes; else what was wrong. */
    Optional<String> send(FeedRow receiver, String secret, FeedBatch batch) {
        URI address = URI.create(String.valueOf(receiver.pushUrl()));
        if (!near && inside(address.getHost())) {
            return Optional.of(ADDRESS);
        }
        String seconds = Long.toString(clock.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Content-Type", batch.mediaType())
                .header(Feeds.RECEIVER_HEADER, receiver.code())
                .header(Feeds.FEED_HEADER, batch.feed())
                .header(Feeds.AFTER_HEADER, Long.toString(batch.after()))
                .header(Feeds.LAST_HEADER, Long.toString(batch.last()))
                .header(Feeds.TIME_HEADER, seconds)
                .header(Feeds.SIGNATURE_HEADER, FeedSignature.of(secret, seconds, batch.body()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of(Integer.toString(status));
        } catch (IOException e) {
            return Optional.of(SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SILENT);
        }
    }

    /** What Java knows nothing of: fc00::/7 (RFC 4193) and 100.64.0.0/10 (RFC 6598). */
    private static boolean isPrivate(byte[] address) {
        return address.length == IPV4_BYTES
                ? address[0] == 100 && (address[1] & 0xc0) == 64
                : (address[0] & 0xfe) == 0xfc;
    }

    /** Whether it is a machine of our own network, which nobody outside has a platform on. */
    static boolean inside(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .anyMatch(each -> each.isLoopbackAddress()
                            || each.isAnyLocalAddress()
                            || each.isLinkLocalAddress()
                            || each.isSiteLocalAddress()
                            || isPrivate(each.getAddress()));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
