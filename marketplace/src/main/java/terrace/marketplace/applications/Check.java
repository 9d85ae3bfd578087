package terrace.marketplace.applications;

/** What a reviewer has to have looked at before approving. */
public enum Check {
    PAPERS_READABLE,
    NAMES_AGREE,
    NUMBERS_AGREE,
    GOODS_ALLOWED,
    BANK_ACCOUNT_OWN
}
