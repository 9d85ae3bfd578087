package terrace.orders.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What people were told on a day; of a process that was killed, as far as it had written it down. */
final class Day implements Crowd.Diary {
    private final Queue<Crowd.Bought> placed = new ConcurrentLinkedQueue<>();
    private final Queue<Crowd.Bought> paid = new ConcurrentLinkedQueue<>();
    private final Queue<Long> placedAt = new ConcurrentLinkedQueue<>();
    private final AtomicLong failures = new AtomicLong();

    @Override
    public void placed(Crowd.Bought bought) {
        placed.add(bought);
        placedAt.add(System.nanoTime());
    }

    @Override
    public void paid(Crowd.Bought bought) {
        paid.add(bought);
    }

    @Override
    public void failed() {
        failures.incrementAndGet();
    }

    Queue<Crowd.Bought> placed() {
        return placed;
    }

    Queue<Crowd.Bought> paid() {
        return paid;
    }

    long failures() {
        return failures.get();
    }

    /** Milliseconds from a moment until somebody could buy again who began later; -1 when nobody could. */
    long untilSomebodyBought(long killedAt, long backAt) {
        return placedAt.stream()
                .filter(at -> at > backAt)
                .min(Long::compare)
                .map(at -> (at - killedAt) / 1_000_000)
                .orElse(-1L);
    }

    /** Reads what a {@link Shop} wrote; a last line that was not finished was never told to anybody. */
    void read(Path diary) throws IOException {
        String all = Files.readString(diary);
        for (String line : all.substring(0, all.lastIndexOf('\n') + 1).lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case Shop.PLACED -> placed(bought(words));
                case Shop.PAID -> paid(bought(words));
                default -> failed();
            }
        }
    }

    private static Crowd.Bought bought(String[] words) {
        return new Crowd.Bought(UUID.fromString(words[1]), UUID.fromString(words[2]));
    }
}
