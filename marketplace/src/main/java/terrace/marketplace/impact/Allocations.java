package terrace.marketplace.impact;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.endorsers.Endorser;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.files.Evidence;
import terrace.marketplace.households.Household;
import terrace.marketplace.households.Households;

/** Which families stand behind which goods: written by their county, audited by the platform, never changed. */
@Singleton
public class Allocations {
    private static final String FOLDER = "allocations";

    private final AllocationRepository repository;
    private final Households households;
    private final Endorsers endorsers;
    private final Evidence evidence;
    private final Audit audit;

    Allocations(
            AllocationRepository repository,
            Households households,
            Endorsers endorsers,
            Evidence evidence,
            Audit audit) {
        this.repository = repository;
        this.households = households;
        this.endorsers = endorsers;
        this.evidence = evidence;
        this.audit = audit;
    }

    /**
     * Writes an allocation of the endorser's county down; the newest in force on a day counts for goods paid that day.
     * Once for an id. Not for use in a transaction, for the document is stored before its row. Empty for one who
     * speaks for no county.
     *
     * @param document empty for none
     */
    public Optional<Allocating> record(UUID accountId, NewAllocation wanted, byte[] document) {
        return endorsers.of(accountId).map(Endorser::countyCode).map(county -> {
            if (wanted.basis() == Basis.AUDITED) {
                return new Allocating.NotForCounty();
            }
            if (!county.equals(wanted.goodsCounty())) {
                return new Allocating.OtherCounty();
            }
            if (wanted.to().isBefore(wanted.from())) {
                return new Allocating.DaysReversed();
            }
            List<Household> families = households.ofVillages(county, wanted.villages());
            Set<String> found = families.stream().map(Household::village).collect(Collectors.toSet());
            if (families.isEmpty() || !found.equals(wanted.villages())) {
                return new Allocating.NobodyThere();
            }
            return kept(wanted.basis(), document, file -> enter(accountId, county, wanted, families, file));
        });
    }

    /** The same families and goods once more, audited from one day to another by the paper of an auditor. */
    public Optional<Allocating> audited(
            UUID operatorId, UUID id, long number, LocalDate from, LocalDate to, byte[] document) {
        return repository.byNumber(number).map(before -> {
            if (to.isBefore(from)) {
                return new Allocating.DaysReversed();
            }
            return kept(Basis.AUDITED, document, file -> enterAudited(operatorId, id, before, from, to, file));
        });
    }

    private Allocating kept(Basis basis, byte[] document, Function<Evidence.Keeping.@Nullable Kept, Allocation> enter) {
        if (document.length == 0) {
            return basis == Basis.DECLARED
                    ? new Allocating.Recorded(enter.apply(null))
                    : new Allocating.EvidenceMissing();
        }
        return switch (evidence.keep(FOLDER, document)) {
            case Evidence.Keeping.Refused(var reason) -> new Allocating.EvidenceRefused(reason);
            case Evidence.Keeping.Kept kept -> {
                Allocation written = enter.apply(kept);
                if (!kept.key().equals(written.evidenceKey())) {
                    evidence.forget(kept.key());
                }
                yield new Allocating.Recorded(written);
            }
        };
    }

    @Transactional
    Allocation enter(
            UUID accountId,
            String county,
            NewAllocation wanted,
            List<Household> families,
            Evidence.Keeping.@Nullable Kept file) {
        int written = repository.record(
                wanted.id(),
                county,
                wanted.listingId(),
                wanted.lotId(),
                wanted.basis().name(),
                wanted.from(),
                wanted.to(),
                families.size(),
                file == null ? null : file.key(),
                file == null ? null : file.mediaType(),
                accountId);
        Allocation allocation = repository.byId(wanted.id()).orElseThrow();
        if (written > 0) {
            repository.include(
                    allocation.number(), families.stream().map(Household::id).toList());
            noted(accountId, allocation);
        }
        return allocation;
    }

    @Transactional
    Allocation enterAudited(
            UUID operatorId,
            UUID id,
            Allocation before,
            LocalDate from,
            LocalDate to,
            Evidence.Keeping.@Nullable Kept file) {
        int written = repository.record(
                id,
                before.countyCode(),
                before.listingId(),
                before.lotId(),
                Basis.AUDITED.name(),
                from,
                to,
                before.households(),
                file == null ? null : file.key(),
                file == null ? null : file.mediaType(),
                operatorId);
        Allocation allocation = repository.byId(id).orElseThrow();
        if (written > 0) {
            repository.includeThoseOf(allocation.number(), before.number());
            noted(operatorId, allocation);
        }
        return allocation;
    }

    private void noted(UUID accountId, Allocation allocation) {
        audit.record(
                "account:" + accountId,
                "allocation.recorded",
                "allocation:" + allocation.number(),
                Map.of("basis", allocation.basis().name(), "households", Integer.toString(allocation.households())));
    }

    /** Those of the endorser's county, newest first, before the number given; Long.MAX_VALUE for the first page. */
    public Optional<List<Allocation>> ofEndorser(UUID accountId, long before, int limit) {
        return endorsers.of(accountId).map(endorser -> repository.ofCounty(endorser.countyCode(), before, limit));
    }

    /** Of all counties, newest first. */
    public List<Allocation> newest(long before, int limit) {
        return repository.newest(before, limit);
    }

    /** The document of an allocation of the endorser's county. */
    public Optional<Document> documentOf(UUID accountId, long number) {
        return endorsers
                .of(accountId)
                .flatMap(endorser -> repository
                        .byNumber(number)
                        .filter(allocation -> allocation.countyCode().equals(endorser.countyCode())))
                .flatMap(this::document);
    }

    /** The document of any allocation, for the platform. */
    public Optional<Document> document(long number) {
        return repository.byNumber(number).flatMap(this::document);
    }

    private Optional<Document> document(Allocation allocation) {
        String key = allocation.evidenceKey();
        return key == null
                ? Optional.empty()
                : evidence.get(key).map(bytes -> new Document(String.valueOf(allocation.evidenceType()), bytes));
    }

    /** A file to be shown to one who may see it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Document(String mediaType, byte[] bytes) {}
}
