package terrace.orders.walks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Says on the way how far many walks have come, and at the end what they went through. */
final class Told {
    private final int walks;
    private final long seed;
    private final int every;
    private final long began = System.nanoTime();
    private final Map<Act, Integer> acts = new EnumMap<>(Act.class);
    private long lineBegan = began;
    private int walked;
    private int steps;

    /** @param every how many walks there are to a line; 0 says nothing at all */
    Told(int walks, long seed, int every) {
        this.walks = walks;
        this.seed = seed;
        this.every = every;
    }

    void walked(Walk walk) {
        walked++;
        steps += walk.steps().size();
        walk.steps().forEach(step -> acts.merge(step.act(), 1, Integer::sum));
        if (every > 0 && walked % every == 0) {
            long now = System.nanoTime();
            Duration took = Duration.ofNanos(now - began);
            System.out.printf(
                    "%,7d of %,d walks, %,8d steps, %4d s; the last %,d took %.1f s; %d s to go%n",
                    walked,
                    walks,
                    steps,
                    took.toSeconds(),
                    every,
                    Duration.ofNanos(now - lineBegan).toMillis() / 1_000.0,
                    took.toSeconds() * (walks - walked) / walked);
            lineBegan = now;
        }
    }

    void end() {
        if (every > 0) {
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            System.out.printf(
                    "%n| %,d walks from seed %d | |%n|---|---|%n| took | %,d s |%n| steps, the books asked after each |"
                            + " %,d |%n| promises broken | 0 |%n",
                    walks, seed, seconds, steps);
            acts.forEach((act, times) -> System.out.printf("| %s | %,d |%n", act, times));
        }
    }
}
