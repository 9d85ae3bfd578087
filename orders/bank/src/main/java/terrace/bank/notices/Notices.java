package terrace.bank.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import terrace.bank.book.Book;
import terrace.bank.book.Contents.PendingNotice;
import terrace.bank.book.Entry;
import terrace.bank.book.Notice;

/** Sends every notice until the shop has answered 2xx, waiting 1 s, 2 s, 4 s … between tries, at most a minute. */
public final class Notices implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final long RETRY_FIRST_MILLIS = 1_000;
    private static final long RETRY_MAX_MILLIS = 60_000;
    private static final int NO_ANSWER = 0;

    private final Book book;
    private final URI shop;
    private final URI ccbShop;
    private final Signature signature;
    private final HttpClient client;
    private final ScheduledThreadPoolExecutor senders;

    private Notices(Book book, URI shop, URI ccbShop, String secret) {
        this.book = book;
        this.shop = shop;
        this.ccbShop = ccbShop;
        this.signature = new Signature(secret);
        // HTTP/1.1: the first notice must not be a protocol upgrade
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.senders = new ScheduledThreadPoolExecutor(
                SENDERS, Thread.ofPlatform().name("notice-", 1).daemon().factory());
        senders.setRemoveOnCancelPolicy(true);
    }

    /** Starts with what an earlier run of the bank could not deliver. */
    public static Notices start(Book book, URI shop, URI ccbShop, String secret) {
        Notices notices = new Notices(book, shop, ccbShop, secret);
        book.onNotice(notice -> notices.later(notice, notice.delayMillis()));
        notices.sendPending();
        return notices;
    }

    /** Tries everything that is pending and not held at once, whatever its turn was. */
    public void sendPending() {
        List<Notice> due = book.act(page -> page.contents().pendingNotices().stream()
                .map(PendingNotice::notice)
                .toList());
        senders.getQueue().clear();
        due.forEach(notice -> later(notice, 0));
    }

    /** What is due by the bank's clock only waits in the book; the clock set forward wakes it. */
    private void later(Notice notice, long delayMillis) {
        boolean late = notice.notBeforeMillis() > 0
                && notice.notBeforeMillis() > book.act(page -> page.now().toEpochMilli());
        if (notice.held() || late) {
            return;
        }
        for (int copy = 0; copy < notice.copies(); copy++) {
            schedule(notice.id(), delayMillis, 0);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // send() looks after its own failures
    private void schedule(String id, long delayMillis, int failures) {
        try {
            senders.schedule(() -> send(id, failures), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the bank is closing; the book keeps the notice
        }
    }

    private record Letter(PendingNotice pending, long unixSeconds) {}

    private void send(String id, int failures) {
        try {
            Optional<Letter> letter = book.act(page -> page.contents()
                    .pendingNotice(id)
                    .map(p -> new Letter(p, page.now().getEpochSecond())));
            if (letter.isEmpty()) {
                return;
            }
            int status = post(letter.get());
            book.act(page -> {
                page.write(new Entry.NoticeTried(id, status));
                return status;
            });
            if ((status < 200 || status >= 300)
                    && !letter.get().pending().notice().isForged()) {
                schedule(id, retryMillis(failures), failures + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.err.println("Notice " + id + " could not be handled: " + e);
        }
    }

    /** The wait after a failed try, after {@code failures} earlier ones: 1 s, 2 s, 4 s … 60 s. */
    static long retryMillis(int failures) {
        return Math.min(RETRY_MAX_MILLIS, RETRY_FIRST_MILLIS << Math.min(failures, 10));
    }

    /** The body is final before it is signed: the signature is over the bytes that go out. */
    private int post(Letter letter) throws InterruptedException {
        Notice notice = letter.pending().notice();
        HttpRequest.Builder request = notice.ccb() ? form(notice) : event(notice, letter.unixSeconds());
        try {
            return client.send(request.timeout(ANSWER_WAIT).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }

    private HttpRequest.Builder event(Notice notice, long unixSeconds) {
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        String header =
                (notice.isForged() ? new Signature("somebody else's secret") : signature).header(unixSeconds, body);
        return HttpRequest.newBuilder(shop)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", header)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** The signature stands last in the form; that of a forged one is another's. */
    private HttpRequest.Builder form(Notice notice) {
        String body = notice.body();
        if (notice.isForged()) {
            char last = body.charAt(body.length() - 1);
            body = body.substring(0, body.length() - 1) + (last == '0' ? '1' : '0');
        }
        return HttpRequest.newBuilder(ccbShop)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public void close() {
        senders.shutdownNow();
        client.shutdownNow();
    }
}
