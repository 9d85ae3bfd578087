package terrace.web.demo.plan;

import terrace.marketplace.merchants.Merchant;
import terrace.web.demo.plan.Facts.Seller;

/** Made-up licence and bank account numbers, in the form of true ones. */
public final class Licences {

    /** GB 32100-2015: the characters of a unified social credit code in the order of their values. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 17;
    private static final int FACTOR = 3;

    private Licences() {}

    /** No body is registered under DEM0; a household has no licence. */
    public static String licence(Seller seller) {
        if (seller.kind() == Merchant.Kind.HOUSEHOLD) {
            return "";
        }
        String body = (seller.kind() == Merchant.Kind.COOPERATIVE ? "93" : "92") + seller.county() + "DEM0"
                + "%05d".formatted(Seed.below(100_000, seller.code(), "licence"));
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < LENGTH; at++) {
            sum += CHARACTERS.indexOf(body.charAt(at)) * weight;
            weight = weight * FACTOR % CHARACTERS.length();
        }
        return body + CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
    }

    /** No bank's numbers begin with zeros. */
    public static String bankAccount(Seller seller) {
        return "0000%015d".formatted(Seed.below(Integer.MAX_VALUE, seller.code(), "account"));
    }
}
