package terrace.web.pages;

/** What differs from reader to reader on a page that is otherwise the same for all of them. */
enum Hole {
    /** The token every form carries. */
    CSRF,
    /** How many pieces are in the basket; a number, or nothing for an empty one. */
    BASKET,
    /** The way in for a stranger, or the name and ways of somebody signed in. */
    ACCOUNT,
    /** What was typed into the form that the page answers, in hidden fields. */
    TYPED
}
