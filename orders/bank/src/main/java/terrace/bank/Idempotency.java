package terrace.bank;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import terrace.bank.book.BankFile;
import terrace.bank.book.Book;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.counter.Faults;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.Refusal;

/**
 * Idempotency keys as Stripe keeps them (docs.stripe.com/api/idempotent_requests): status and body of what began
 * executing are stored, a 500 too; a validation failure and the 409 of a key in use are not.
 */
final class Idempotency {
    private static final int KEY_CHARS_MAX = 255;
    private static final String ERROR = "idempotency_error";

    private final Book book;
    private final Faults faults;
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    Idempotency(Book book, Faults faults) {
        this.book = book;
        this.faults = faults;
    }

    /** Does the work unless its key was answered before; the effect and the stored answer are one line of the book. */
    Reply once(Call call, Function<Page, Outcome> work) {
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            faults.delay(call.method(), call.path());
            Outcome outcome = book.act(page -> broken(call) ? Outcome.serverError() : work.apply(page));
            return Reply.of(outcome);
        }
        return once(
                call, key.get(), BankFile.sha256(call.path() + "?" + call.form().values()), work);
    }

    /** The same under a number the request carries elsewhere. */
    Reply once(Call call, String key, String fingerprint, Function<Page, Outcome> work) {
        if (key.isBlank() || key.length() > KEY_CHARS_MAX) {
            throw new Refusal(400, ERROR, "idempotency_key_invalid", "A key has 1 to 255 characters.", null);
        }
        if (!inUse.add(key)) {
            throw new Refusal(
                    409, ERROR, "idempotency_key_in_use", "A request with this key is still being worked on.", null);
        }
        try {
            faults.delay(call.method(), call.path());
            return book.act(page -> once(page, call, key, fingerprint, work));
        } finally {
            inUse.remove(key);
        }
    }

    private Reply once(Page page, Call call, String key, String fingerprint, Function<Page, Outcome> work) {
        Optional<Entry.Answered> earlier = page.answer(key);
        if (earlier.isPresent()) {
            if (!earlier.get().fingerprint().equals(fingerprint)) {
                throw new Refusal(
                        400, ERROR, "idempotency_key_reused", "This key was used with other parameters.", null);
            }
            return Reply.of(new Outcome(earlier.get().status(), earlier.get().body()))
                    .with("Idempotent-Replayed", "true");
        }
        Outcome outcome = broken(call) ? Outcome.serverError() : work.apply(page);
        page.write(new Entry.Answered(key, fingerprint, outcome.status(), outcome.body()));
        return Reply.of(outcome);
    }

    private boolean broken(Call call) {
        return faults.take(Faults.Kind.HTTP500, call.method(), call.path()).isPresent();
    }
}
