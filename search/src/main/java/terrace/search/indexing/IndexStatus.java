package terrace.search.indexing;

import org.jspecify.annotations.Nullable;

/**
 * How the index is.
 *
 * @param answering Elasticsearch answers and a generation is live; otherwise searches are answered by PostgreSQL
 * @param generation number of the live generation, 0 when there is none
 * @param building number of the generation being built, 0 when none is
 * @param listings documents in the live generation when it went live
 * @param waiting changes that are not indexed yet
 * @param written documents written or taken out by this process
 * @param trouble what went wrong last, null while all is well
 */
public record IndexStatus(
        boolean answering,
        int generation,
        int building,
        long listings,
        long waiting,
        long written,
        @Nullable String trouble) {}
