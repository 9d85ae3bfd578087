package terrace.orders.reviews;

/** What became of a review. */
public sealed interface Writing {

    /** It stands; also when the line had one before. */
    record Written(Review review) implements Writing {}

    record Refused(Fault fault) implements Writing {}

    /** Each is a sentence on the page. */
    enum Fault {
        /** Only who has accepted the goods can say how they are. */
        NOT_RECEIVED,
        NO_SUCH_LINE,
        /** Whose money has all gone back has bought nothing. */
        REFUNDED,
        TOO_LATE,
        STARS,
        TOO_LONG,
        CONTACT,
        LINK,
        TOO_MANY_PHOTOS,
        PHOTO_UNREADABLE
    }
}
