package terrace.web.feeds;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.feeds.FeedFormat;
import terrace.marketplace.feeds.Feeds;
import terrace.marketplace.feeds.Fetching;
import terrace.web.signin.Access;

/** Where outside platforms fetch facts: the request is signed by them, the answer by us. */
@Controller("/feeds/v1")
@Secured(Access.ANYONE)
class FeedController {
    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    /** @param after the last number that has arrived; without it, on from where the receiver stands */
    @Get("/facts")
    HttpResponse<?> json(
            HttpRequest<?> request,
            @Nullable @QueryValue Long after,
            @QueryValue(defaultValue = "" + Feeds.FACTS_MAX) int limit) {
        return answer(request, FeedFormat.JSON, after, limit);
    }

    @Get("/facts.csv")
    HttpResponse<?> csv(
            HttpRequest<?> request,
            @Nullable @QueryValue Long after,
            @QueryValue(defaultValue = "" + Feeds.FACTS_MAX) int limit) {
        return answer(request, FeedFormat.CSV, after, limit);
    }

    /** How campaigns stand now. */
    @Get("/campaigns")
    HttpResponse<?> campaigns(HttpRequest<?> request) {
        return standing(request, FeedFormat.JSON);
    }

    @Get("/campaigns.csv")
    HttpResponse<?> campaignsCsv(HttpRequest<?> request) {
        return standing(request, FeedFormat.CSV);
    }

    private HttpResponse<?> standing(HttpRequest<?> request, FeedFormat format) {
        return answer(feeds.campaigns(
                header(request, Feeds.RECEIVER_HEADER),
                header(request, Feeds.TIME_HEADER),
                header(request, Feeds.SIGNATURE_HEADER),
                request.getUri().toString(),
                format));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, FeedFormat format, @Nullable Long after, int limit) {
        return answer(feeds.fetch(
                header(request, Feeds.RECEIVER_HEADER),
                header(request, Feeds.TIME_HEADER),
                header(request, Feeds.SIGNATURE_HEADER),
                request.getUri().toString(),
                format,
                after == null || after < 0 ? OptionalLong.empty() : OptionalLong.of(after),
                limit));
    }

    private static HttpResponse<?> answer(Fetching outcome) {
        return switch (outcome) {
            case Fetching.Refused refused -> HttpResponse.status(HttpStatus.UNAUTHORIZED);
            case Fetching.Page page ->
                HttpResponse.ok(page.batch().body())
                        .header(HttpHeaders.CONTENT_TYPE, page.batch().mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(Feeds.FEED_HEADER, page.batch().feed())
                        .header(Feeds.AFTER_HEADER, Long.toString(page.batch().after()))
                        .header(Feeds.LAST_HEADER, Long.toString(page.batch().last()))
                        .header(Feeds.TIME_HEADER, page.seconds())
                        .header(Feeds.SIGNATURE_HEADER, page.signature());
        };
    }

    private static String header(HttpRequest<?> request, String name) {
        String text = request.getHeaders().get(name);
        return text == null ? "" : text;
    }
}
