package terrace.search.query;

import jakarta.inject.Singleton;

/** Finds goods. Always answers: from the index, or plainly from the catalogue while the index does not. */
@Singleton
public class ListingSearch {

    ListingSearch() {}

    /** One page of what fits, with counts for the filters beside it. */
    public Results search(SearchRequest request) {
        throw new UnsupportedOperationException();
    }
}
