package terrace.marketplace.partners;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Organisations that co-own pavilions and recommend campaigns. */
@Singleton
public class Partners {

    Partners() {}

    public List<Partner> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Partner> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, Partner> byIds(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** Makes the partner, or brings the one with this code up to date. */
    public Partner define(NewPartner partner) {
        throw new UnsupportedOperationException();
    }
}
