package terrace.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the app counts about itself. */
final class Metrics {
    private static final Pattern CACHED =
            Pattern.compile("^terrace_pages_cached_total\\{[^}]*result=\"(hit|miss)\"[^}]*} (\\S+)", Pattern.MULTILINE);

    private final Shopper reader;

    Metrics(Shopper reader) {
        this.reader = reader;
    }

    Cached cached() {
        try {
            long hits = 0;
            long misses = 0;
            Matcher line = CACHED.matcher(reader.see("/prometheus").text());
            while (line.find()) {
                long count = (long) Double.parseDouble(line.group(2));
                if (line.group(1).equals("hit")) {
                    hits += count;
                } else {
                    misses += count;
                }
            }
            return new Cached(hits, misses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages that came from the page cache, and pages that had to be made. */
    record Cached(long hits, long misses) {

        @Nullable
        Double percentUntil(Cached later) {
            long hit = later.hits - hits;
            long all = hit + later.misses - misses;
            return all == 0 ? null : 100.0 * hit / all;
        }
    }
}
