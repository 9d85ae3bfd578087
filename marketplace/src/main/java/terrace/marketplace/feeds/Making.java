package terrace.marketplace.feeds;

/** What came of naming a receiver. */
public sealed interface Making {

    /** @param secret to be handed to the receiver; shown this once */
    record Made(String secret) implements Making {}

    record CodeTaken() implements Making {}

    record CodeMalformed() implements Making {}

    record NameMissing() implements Making {}

    /** Not https, or no address at all. */
    record AddressRefused() implements Making {}
}
