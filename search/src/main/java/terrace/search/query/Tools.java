package terrace.search.query;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.search.ranking.Signals;
import terrace.search.vectors.Vector;
import terrace.search.vectors.Vectors;
import terrace.search.words.Synonyms;
import terrace.search.words.Words;

/** What every search needs to understand words and to order what it found. */
@Singleton
record Tools(Words words, Synonyms synonyms, Vectors vectors, Remembered remembered, Clock clock) {

    Fusing fusing(Sought sought, @Nullable Vector meaning) {
        return new Fusing(sought, new Signals(clock, sought.narrowing()::sentHome), meaning);
    }
}
