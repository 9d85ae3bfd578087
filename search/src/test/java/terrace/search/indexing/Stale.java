package terrace.search.indexing;

import java.util.UUID;

/** Documents as no door writes them. */
final class Stale {
    private Stale() {}

    /** The same document under another id and digest. */
    static ListingDocument with(ListingDocument d, UUID id, String digest) {
        return new ListingDocument(
                id.toString(),
                d.title(),
                d.language(),
                d.said(),
                d.categories(),
                d.province(),
                d.county(),
                d.poor(),
                d.inStock(),
                d.merchant(),
                d.motif(),
                d.priceFen(),
                d.grams(),
                d.perJinFen(),
                d.sold(),
                d.rating(),
                d.publishedAt(),
                d.freight(),
                d.proofs(),
                d.harvested(),
                d.card(),
                digest);
    }
}
