package terrace.marketplace.pavilions;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Curated places and who belongs to them. */
@Singleton
public class Pavilions {

    Pavilions() {}

    /** By position; cached for some seconds. */
    public List<Pavilion> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Pavilion> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** Makes the pavilion, or brings the one with this code up to date, its partners included. */
    public Pavilion define(Pavilion pavilion) {
        throw new UnsupportedOperationException();
    }

    /** Adds merchants by name, beside those who belong to it by province. */
    public void include(String code, Collection<UUID> merchantIds) {
        throw new UnsupportedOperationException();
    }

    /** The merchants added by name, in the order they were added. */
    public List<UUID> merchantsOf(String code) {
        throw new UnsupportedOperationException();
    }

    /** Codes of the pavilions a merchant was added to by name. */
    public Set<String> ofMerchant(UUID merchantId) {
        throw new UnsupportedOperationException();
    }
}
