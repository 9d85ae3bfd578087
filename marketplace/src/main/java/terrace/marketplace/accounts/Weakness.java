package terrace.marketplace.accounts;

/** Why a password is refused. */
public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    LIKE_NAME
}
