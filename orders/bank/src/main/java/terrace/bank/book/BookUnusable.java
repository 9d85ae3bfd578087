package terrace.bank.book;

import java.io.IOException;

/** The book cannot be used as it is; the message is one plain line for whoever starts the bank. */
public final class BookUnusable extends IOException {
    BookUnusable(String message) {
        super(message);
    }
}
