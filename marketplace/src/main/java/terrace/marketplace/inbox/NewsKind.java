package terrace.marketplace.inbox;

/** What news are about, and whether they can be kept from going out by letter or text message. */
public enum NewsKind {
    SECURITY(true),
    MONEY(true),
    /** Acts of a clerk in somebody's name. */
    ASSISTANCE(true),
    SHOP(false),
    APPLICATION(false),
    GOODS(false);

    private final boolean always;

    NewsKind(boolean always) {
        this.always = always;
    }

    /** Whoever has taken over an account must not be able to silence what would give them away. */
    public boolean always() {
        return always;
    }
}
