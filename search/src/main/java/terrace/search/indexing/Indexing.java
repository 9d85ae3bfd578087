package terrace.search.indexing;

import jakarta.inject.Singleton;

/** The index as operators see it: how it is, and building it anew. */
@Singleton
public class Indexing {

    Indexing() {}

    /** Builds a new generation from the catalogue while the old one answers, and changes over to it. Takes a while. */
    public void reindex() {
        throw new UnsupportedOperationException();
    }

    /** Indexes every change known so far and makes it visible to searches. For tests and the demo market. */
    public void refresh() {
        throw new UnsupportedOperationException();
    }

    public IndexStatus status() {
        throw new UnsupportedOperationException();
    }
}
