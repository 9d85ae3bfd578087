package terrace.marketplace.applications;

/** What deserves a second glance; it blocks nobody. */
public enum Flag {
    LICENCE_DIGIT,
    LICENCE_COUNTY,
    ID_DIGIT,
    BANK_HOLDER,
    LICENCE_KNOWN,
    ID_KNOWN,
    ACCOUNT_KNOWN,
    PAPER_ENDS_SOON
}
