package terrace.marketplace.partners;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.ids.Ids;

/** Organisations that co-own pavilions and recommend campaigns. */
@Singleton
public class Partners {

    private final PartnerRepository partners;

    Partners(PartnerRepository partners) {
        this.partners = partners;
    }

    public List<Partner> all() {
        return partners.all().stream().map(PartnerRow::partner).toList();
    }

    public Optional<Partner> byCode(String code) {
        return partners.byCode(code).map(PartnerRow::partner);
    }

    public Map<UUID, Partner> byIds(Set<UUID> ids) {
        var found = new LinkedHashMap<UUID, Partner>();
        if (!ids.isEmpty()) {
            partners.byIds(ids).forEach(row -> found.put(row.id(), row.partner()));
        }
        return found;
    }

    /** Makes the partner, or brings the one with this code up to date. */
    @Transactional
    public Partner define(NewPartner partner) {
        partners.define(Ids.next(), partner.code(), partner.name(), partner.nameEn());
        return byCode(partner.code()).orElseThrow();
    }
}
