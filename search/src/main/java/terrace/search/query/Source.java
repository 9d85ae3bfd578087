package terrace.search.query;

/** Who answered a search. */
public enum Source {
    INDEX,
    /** PostgreSQL, because the index does not answer: plain lists without counts. */
    DATABASE
}
