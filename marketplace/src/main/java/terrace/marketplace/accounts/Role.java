package terrace.marketplace.accounts;

/** What an account may be to the market; one account may be several. */
public enum Role {
    MEMBER,
    MERCHANT,
    ORGANISER,
    OPERATOR,
    ENDORSER,
    /** Acts for households that asked for it. */
    CLERK,
    /** Speaks for a partner organisation. */
    RECOMMENDER
}
