package terrace.orders.faults;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The shop as a process of its own, so that it can be killed: a crowd buys in it, and what people are told is written
 * down as it is told.
 */
final class Shop {
    static final String PLACED = "placed";
    static final String PAID = "paid";
    private static final String FAILED = "failed";

    private Shop() {}

    public static void main(String[] arguments) throws IOException {
        Path diary = Path.of(arguments[0]);
        Duration howLong = Duration.ofSeconds(Long.parseLong(arguments[1]));
        long seed = Long.parseLong(arguments[2]);
        try (ApplicationContext context = ApplicationContext.builder()
                        .environments(Environment.TEST, "sandbox")
                        .start();
                OutputStream out = Files.newOutputStream(
                        diary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            System.out.println("READY shop");
            context.getBean(Crowd.class).buy(howLong, seed, List.of("stripe"), new Written(out));
        }
        System.exit(0);
    }

    /** Each line is with the system before the next word is said. */
    private record Written(OutputStream out) implements Crowd.Diary {
        @Override
        public void placed(Crowd.Bought bought) {
            write(PLACED + " " + bought.memberId() + " " + bought.purchaseId());
        }

        @Override
        public void paid(Crowd.Bought bought) {
            write(PAID + " " + bought.memberId() + " " + bought.purchaseId());
        }

        @Override
        public void failed() {
            write(FAILED);
        }

        private void write(String line) {
            try {
                synchronized (out) {
                    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
