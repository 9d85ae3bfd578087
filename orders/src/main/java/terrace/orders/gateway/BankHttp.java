package terrace.orders.gateway;

import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries requests of every channel to the bank: one deadline over head and body, a limit to the body, no second try.
 * Follows no redirect: a key goes to one address only.
 */
@Singleton
public class BankHttp {

    private static final Duration CONNECT_WAIT = Duration.ofSeconds(3);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 24 * 1024 * 1024;
    private static final int BROKEN = 500;

    private final BankLink link;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WAIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    BankHttp(BankLink link) {
        this.link = link;
    }

    /** What came of a request. */
    public sealed interface Exchange {

        /** An answer, whatever it says. */
        final class Answered implements Exchange {
            private final int status;
            private final HttpHeaders headers;
            private final byte[] body;

            Answered(HttpResponse<byte[]> response) {
                this.status = response.statusCode();
                this.headers = response.headers();
                this.body = response.body();
            }

            public int status() {
                return status;
            }

            public HttpHeaders headers() {
                return headers;
            }

            public byte[] body() {
                return body.clone();
            }
        }

        /** No answer: the act may have happened. */
        record Lost(String why) implements Exchange {}
    }

    /** Sends a request once. */
    public Exchange send(HttpRequest.Builder request) {
        Exchange exchange = ask(request);
        link.noteAnswer(exchange instanceof Exchange.Answered answered && answered.status() < BROKEN);
        return exchange;
    }

    private Exchange ask(HttpRequest.Builder request) {
        // the timeout of a request ends with the head of the answer; this one covers its body too
        var answer = client.sendAsync(
                request.timeout(ANSWER_WAIT).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return new Exchange.Answered(answer.get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Exchange.Lost("no answer within " + ANSWER_WAIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Exchange.Lost(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Lost("interrupted");
        }
    }
}
