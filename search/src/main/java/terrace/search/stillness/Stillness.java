package terrace.search.stillness;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Since when the index has been as it is, as far as this node knows. The keeper looks every second at what all nodes
 * note of the changes they carry over. Where nothing changed, what a search found is what it would find now.
 */
@Singleton
public class Stillness {
    /** Elasticsearch shows within a third of a second what it was told; a busy one takes longer. */
    static final Duration SETTLING = Duration.ofSeconds(5);

    /** Who has not looked for so long knows nothing. */
    static final Duration LOOKED_LATELY = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private volatile @Nullable Look look;

    /**
     * The last look.
     *
     * @param changed when the last change was carried over, of those that are still noted
     * @param stillFrom from when on nobody has seen a change
     */
    private record Look(@Nullable Instant changed, long at, long stillFrom) {}

    @Inject
    Stillness() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward; its zero may be anywhere */
    Stillness(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Now, for {@link #since}. */
    public long moment() {
        return nanos.getAsLong();
    }

    /** Whether what a search found at that moment is what it would find now. */
    public boolean since(long moment) {
        Look last = look;
        return last != null && moment() - last.at < LOOKED_LATELY.toNanos() && moment - last.stillFrom >= 0;
    }

    /**
     * To be told every second by whoever carries changes over, in one thread.
     *
     * @param waiting whether any change is not yet carried over, by whatever node
     * @param changed when the last one was, of those that are still noted; null when none is
     */
    public void seen(boolean waiting, @Nullable Instant changed) {
        Look before = look;
        long now = moment();
        long stillFrom =
                before != null && isStill(before, waiting, changed, now) ? before.stillFrom : now + SETTLING.toNanos();
        look = new Look(changed, now, stillFrom);
    }

    private static boolean isStill(Look before, boolean waiting, @Nullable Instant changed, long now) {
        // what was noted a minute ago is forgotten, which is no change
        boolean same = changed == null || changed.equals(before.changed);
        return same && !waiting && now - before.at < LOOKED_LATELY.toNanos();
    }
}
