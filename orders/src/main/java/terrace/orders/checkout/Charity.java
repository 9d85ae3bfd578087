package terrace.orders.checkout;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.orders.payment.PayableOutcome.Gift;

/** The one charity a purchase can give to on the way, an organisation known here; none unless it is named. */
@Singleton
public class Charity {

    private final Partners partners;
    private final String code;

    Charity(Partners partners, @Value("${terrace.charity:}") String code) {
        this.partners = partners;
        this.code = code;
    }

    /** Who it is; empty where nobody is named. */
    public Optional<Partner> known() {
        return code.isEmpty() ? Optional.empty() : partners.byCode(code);
    }

    /** Null where nothing is given, or there is nobody to give it to. */
    @Nullable
    Gift gift(long fen) {
        return fen == 0
                ? null
                : known().map(partner -> new Gift(partner.code(), fen)).orElse(null);
    }
}
