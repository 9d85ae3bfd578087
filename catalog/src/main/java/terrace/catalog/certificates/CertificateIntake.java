package terrace.catalog.certificates;

/** What came of handing in a certificate. */
public sealed interface CertificateIntake {
    /** It waits for an operator; also when it was handed in before. */
    record Taken(Certificate certificate) implements CertificateIntake {}

    record Refused(Reason reason) implements CertificateIntake {}

    /** Each is a sentence on the page. */
    enum Reason {
        NUMBER_LENGTH,
        ISSUER_LENGTH,
        EXPIRED,
        TOO_MANY,
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        TORN,
        TOO_MANY_PIXELS,
        MIXED,
        ACTIVE
    }
}
