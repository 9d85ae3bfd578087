package terrace.catalog.listings;

/** Orders in which cards are shown. Every one has an index for each kind of page that offers it. */
public enum Sort {
    BEST_SELLING("sold", true, 's'),
    NEWEST("published_at", true, 'n'),
    PRICE_ASCENDING("price_from_fen", false, 'p'),
    PRICE_DESCENDING("price_from_fen", true, 'q'),
    /** Cheapest per 斤 first; what is sold by the piece, and so has no such price, last. */
    UNIT_PRICE("per_jin_fen", false, 'u');

    private final String column;
    private final boolean descending;
    private final char letter;

    Sort(String column, boolean descending, char letter) {
        this.column = column;
        this.descending = descending;
        this.letter = letter;
    }

    /** Stands for the order in cursors. */
    char letter() {
        return letter;
    }

    String column() {
        return column;
    }

    /** Both keys run the same way, so that one index serves the order and its reverse. */
    String orderBy() {
        String way = descending ? " desc" : " asc";
        return column + way + ", id" + way;
    }

    String beyond() {
        return "(" + column + ", id) " + (descending ? "<" : ">") + " (?, ?)";
    }
}
