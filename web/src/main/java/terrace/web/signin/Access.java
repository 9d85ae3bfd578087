package terrace.web.signin;

import io.micronaut.security.rules.SecurityRule;

/**
 * Who may use a route; every controller or method names one in {@code @Secured}, a route that names none answers 404.
 */
public final class Access {
    public static final String ANYONE = SecurityRule.IS_ANONYMOUS;
    public static final String SIGNED_IN = SecurityRule.IS_AUTHENTICATED;
    public static final String MEMBER = "MEMBER";
    public static final String MERCHANT = "MERCHANT";
    public static final String ORGANISER = "ORGANISER";
    public static final String OPERATOR = "OPERATOR";
    public static final String ENDORSER = "ENDORSER";

    public static final String CLERK = "CLERK";
    public static final String RECOMMENDER = "RECOMMENDER";

    private Access() {}
}
