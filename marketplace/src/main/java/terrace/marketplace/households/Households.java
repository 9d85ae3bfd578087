package terrace.marketplace.households;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.endorsers.Endorser;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.households.HouseholdFault.Column;
import terrace.marketplace.households.HouseholdFault.Reason;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

/** The register of a county's families, for those who speak for the county; empty for everybody else. */
@Singleton
public class Households {

    private final HouseholdRepository repository;
    private final Endorsers endorsers;
    private final Vault vault;
    private final Audit audit;

    Households(HouseholdRepository repository, Endorsers endorsers, Vault vault, Audit audit) {
        this.repository = repository;
        this.endorsers = endorsers;
        this.vault = vault;
        this.audit = audit;
    }

    /** The endorser's county and its villages, by name. */
    public Optional<List<Village>> villages(UUID accountId) {
        return county(accountId).map(repository::villages);
    }

    /** The families of a village of the endorser's county, by number. */
    public Optional<List<Household>> ofVillage(UUID accountId, String village) {
        return county(accountId).map(county -> repository.ofVillage(county, village));
    }

    /** Those of a county who live in one of these villages, by number. */
    public List<Household> ofVillages(String countyCode, Set<String> villages) {
        return villages.isEmpty() ? List.of() : repository.ofVillages(countyCode, villages);
    }

    /** Writes a family down; nobody twice, whichever county tries. Empty for one who speaks for no county. */
    @Transactional
    public Optional<Entering> enter(UUID accountId, NewHousehold typed) {
        return county(accountId).map(county -> {
            NewHousehold household = typed.stripped();
            List<HouseholdFault> faults = HouseholdRules.faults(0, household);
            if (!faults.isEmpty()) {
                return new Entering.Refused(faults);
            }
            repository.lock(county);
            UUID id = Ids.next();
            if (!write(id, county, accountId, household)) {
                return new Entering.Refused(List.of(new HouseholdFault(0, Column.REGISTER, Reason.KNOWN)));
            }
            audit.record("account:" + accountId, "household.entered", "household:" + id, Map.of("county", county));
            return new Entering.Entered(repository.byId(id).orElseThrow().number());
        });
    }

    /** Under the county's lock; false where the family is here already. */
    boolean write(UUID id, String county, UUID accountId, NewHousehold household) {
        return repository.enter(
                        id,
                        county,
                        household.village(),
                        household.peopleCount(),
                        vault.seal(household.name()),
                        vault.seal(household.register()),
                        index(household.register()),
                        accountId)
                > 0;
    }

    /** Of these numbers of a register, those of families that are here already, whichever county entered them. */
    Set<String> known(Set<String> registers) {
        Map<String, String> byIndex = new HashMap<>();
        registers.forEach(register -> byIndex.put(HexFormat.of().formatHex(index(register)), register));
        return repository.known(String.join(",", byIndex.keySet())).stream()
                .flatMap(index -> Stream.ofNullable(byIndex.get(index)))
                .collect(Collectors.toSet());
    }

    /**
     * Takes a family off the register: who it is goes for good, its number stays with what was counted. False when it
     * is not there, or another county's.
     */
    @Transactional
    public boolean leave(UUID accountId, UUID id) {
        boolean left = county(accountId)
                .filter(county -> repository.leave(county, id) > 0)
                .isPresent();
        if (left) {
            audit.record("account:" + accountId, "household.left", "household:" + id, Map.of());
        }
        return left;
    }

    Optional<String> county(UUID accountId) {
        return endorsers.of(accountId).map(Endorser::countyCode);
    }

    private byte[] index(String register) {
        return vault.blindIndex("household:" + register);
    }
}
