package terrace.bank;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.BookUnusable;

/** Starts the sandbox bank, says READY with its address, and ends when its standard input does. */
public final class BankMain {
    private static final int CANNOT_START = 2;

    private BankMain() {}

    public static void main(String[] args) throws Exception {
        Settings settings;
        SandboxBank bank;
        try {
            settings = Settings.of(System.getenv());
            bank = SandboxBank.start(settings, InstantSource.system());
        } catch (IllegalArgumentException | BookUnusable e) {
            throw stop(e.getMessage());
        } catch (IOException | RuntimeException e) {
            throw stop(
                    portTaken(e)
                            ? "Port " + System.getenv("BANK_PORT") + " is taken; stop what uses it or set BANK_PORT to"
                                    + " another port."
                            : "The sandbox bank cannot start: " + e);
        }
        System.out.println("READY " + bank.url());
        System.out.flush();
        if (Boolean.parseBoolean(System.getenv("BANK_KEEP_RUNNING"))) {
            Thread.currentThread().join();
        }
        while (System.in.read() >= 0) {
            // whoever started the bank holds the other end; nothing is said on it
        }
        bank.close();
        System.exit(0);
    }

    private static Error stop(@Nullable String line) {
        System.err.println(line);
        System.exit(CANNOT_START);
        return new AssertionError("unreachable");
    }

    private static boolean portTaken(@Nullable Throwable e) {
        return e != null && (e instanceof BindException || portTaken(e.getCause()));
    }
}
