package terrace.marketplace.impact;

/**
 * What paid goods came to, returns and corrections taken off.
 *
 * @param counties those whose goods came to more than nothing
 * @param helped the families behind goods that came to more than nothing
 */
public record Sum(long grams, long fen, long facts, int counties, Helped helped) {
    public static final Sum NOTHING = new Sum(0, 0, 0, 0, Helped.NOBODY);

    /** Families, each counted once, by the best word there is for it. */
    public record Helped(int declared, int endorsed, int audited) {
        public static final Helped NOBODY = new Helped(0, 0, 0);

        public int all() {
            return declared + endorsed + audited;
        }
    }
}
