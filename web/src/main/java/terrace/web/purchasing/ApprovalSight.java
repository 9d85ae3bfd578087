package terrace.web.purchasing;

/**
 * A purchase as far as an organisation is concerned.
 *
 * @param purchaser whom the reader buys for; empty for nobody
 * @param state words are at {@code purchasing.state.<state>}; empty while it is the reader's own
 * @param by who decided; empty while nobody has
 */
public record ApprovalSight(String purchaser, String state, String by, String reason) {

    /** Whether somebody's word is missing. */
    public boolean held() {
        return state.equals("ASKED") || state.equals("REFUSED");
    }
}
