package terrace.search.ranking;

import java.util.UUID;

/** Something more that speaks for or against goods that fit equally well: what a person likes, what operators wish. */
@FunctionalInterface
public interface Bonus {
    /** From -1 to 1; 0 when it has nothing to say. Asked about a hundred times in a search. */
    double of(UUID listing);
}
