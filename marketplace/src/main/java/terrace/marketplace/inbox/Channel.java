package terrace.marketplace.inbox;

/** The ways news go out; on the site they always stand. */
public enum Channel {
    MAIL,
    SMS;

    static Channel of(String contact) {
        return contact.indexOf('@') > 0 ? MAIL : SMS;
    }
}
