package terrace.search.replay;

/**
 * Something a made-up person did.
 *
 * @param minute since the first day began
 * @param session one visit of one person
 * @param goods by number
 */
record Happening(long minute, int session, int person, Act act, int goods) {

    enum Act {
        VIEW,
        DWELL,
        ADD,
        BUY
    }

    int day() {
        return (int) (minute / (24 * 60));
    }
}
