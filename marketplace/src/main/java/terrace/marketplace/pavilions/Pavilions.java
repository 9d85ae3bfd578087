package terrace.marketplace.pavilions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.events.Events;

/** Curated places and who belongs to them. */
@Singleton
public class Pavilions {

    private static final int CACHE_SECONDS = 5;
    private static final String ALL = "all";
    /** So that a list in a statement is never empty. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final PavilionRepository pavilions;
    private final Events events;
    private final LoadingCache<String, List<Pavilion>> cache;

    Pavilions(PavilionRepository pavilions, Events events) {
        this.pavilions = pavilions;
        this.events = events;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
                .build(ignored -> load());
    }

    /** By position; cached for some seconds. */
    public List<Pavilion> all() {
        return cache.get(ALL);
    }

    public Optional<Pavilion> byCode(String code) {
        return all().stream().filter(pavilion -> pavilion.code().equals(code)).findFirst();
    }

    /** Makes the pavilion, or brings the one with this code up to date, its partners included. */
    @Transactional
    public Pavilion define(Pavilion pavilion) {
        pavilions.define(
                pavilion.code(),
                pavilion.name(),
                pavilion.nameEn(),
                pavilion.kind().name(),
                pavilion.provinceCode(),
                pavilion.summary(),
                pavilion.summaryEn(),
                pavilion.position());
        pavilions.removePartners(
                pavilion.code(), pavilion.partnerIds().isEmpty() ? List.of(NOBODY) : pavilion.partnerIds());
        for (int i = 0; i < pavilion.partnerIds().size(); i++) {
            pavilions.addPartner(pavilion.code(), pavilion.partnerIds().get(i), i);
        }
        cache.invalidateAll();
        return pavilion;
    }

    /** Adds merchants by name, beside those who belong to it by province; tells it when there are new ones. */
    @Transactional
    public void include(String code, Collection<UUID> merchantIds) {
        int joined = 0;
        for (UUID merchantId : merchantIds) {
            joined += pavilions.include(code, merchantId);
        }
        if (joined > 0) {
            events.publish(new PavilionMembersChanged(code));
        }
    }

    /** The merchants added by name, in the order they were added. */
    public List<UUID> merchantsOf(String code) {
        return pavilions.merchantsOf(code);
    }

    /** The merchants added by name, of every pavilion that has some, by its code. */
    public Map<String, Set<UUID>> members() {
        return pavilions.members().stream()
                .collect(groupingBy(Member::pavilionCode, mapping(Member::merchantId, toSet())));
    }

    /** Codes of the pavilions a merchant was added to by name. */
    public Set<String> ofMerchant(UUID merchantId) {
        return Set.copyOf(pavilions.ofMerchant(merchantId));
    }

    private List<Pavilion> load() {
        var coOwners = pavilions.coOwners().stream()
                .collect(groupingBy(CoOwner::pavilionCode, mapping(CoOwner::partnerId, toList())));
        return pavilions.all().stream()
                .map(row -> row.with(coOwners.getOrDefault(row.code(), List.of())))
                .toList();
    }
}
