package terrace.web.demo;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A few things done at once, so that neither the database nor we wait for the other. */
final class Hands {

    private static final int AT_ONCE = 4;

    private Hands() {}

    /** Returns when all are done; the first that fails stops the building. */
    static <T> void each(Collection<T> things, Consumer<T> act) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> acts = things.stream()
                    .<Future<?>>map(thing -> hands.submit(() -> act.accept(thing)))
                    .toList();
            for (Future<?> done : acts) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demo market could not be built", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
