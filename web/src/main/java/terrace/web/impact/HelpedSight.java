package terrace.web.impact;

/**
 * Whom orders helped, in words.
 *
 * @param counties their names, one after the other
 * @param declared families by the merchant's word alone; never added to the others without saying so
 */
public record HelpedSight(String counties, int countyCount, int declared, int endorsed, int audited) {
    public boolean nobodyKnown() {
        return declared + endorsed + audited == 0;
    }
}
