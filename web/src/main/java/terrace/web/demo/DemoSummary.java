package terrace.web.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What the start-up output says of the demo market.
 *
 * @param password the same for all sign-ins
 */
public record DemoSummary(int merchants, int listings, int members, String password, List<DemoSignIn> signIns) {

    /** Someone to sign in as. */
    public record DemoSignIn(String signInName, String as) {}

    /** Plain lines for a terminal, the address first. */
    public List<String> lines(String address) {
        List<String> lines = new ArrayList<>();
        lines.add("Terrace is open at " + address);
        lines.add("%,d listings of %,d merchants, %d members. Sign in at %s/sign-in with the password %s as"
                .formatted(listings, merchants, members, address, password));
        signIns.forEach(signIn -> lines.add("  %-24s %s".formatted(signIn.signInName(), signIn.as())));
        return lines;
    }
}
