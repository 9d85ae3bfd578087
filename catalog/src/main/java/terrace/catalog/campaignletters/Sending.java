package terrace.catalog.campaignletters;

/** What became of a letter. */
public sealed interface Sending {
    /** It goes out, now or since an earlier sending of the form. */
    record Sent() implements Sending {}

    /** Too short or too long. */
    record TextWrong() implements Sending {}

    /** No shop is in the campaign, or none else could be. */
    record Nobody() implements Sending {}

    /** As many as may go out in a day have gone out. */
    record Enough() implements Sending {}

    /** Nobody can be told of a campaign that was not announced, nor invited to one that takes no more. */
    record Closed() implements Sending {}
}
