package terrace.marketplace.applications;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.vault.Vault;

/** Opens and seals what was typed, and writes each step down: history, audit trail, letter. */
@Singleton
class Dossiers {

    private static final Argument<Map<String, String>> TYPED = Argument.mapOf(String.class, String.class);

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final Letters letters;
    private final Audit audit;
    private final Vault vault;
    private final ObjectMapper json;

    Dossiers(
            ApplicationRepository applications,
            StepRepository steps,
            Letters letters,
            Audit audit,
            Vault vault,
            ObjectMapper json) {
        this.applications = applications;
        this.steps = steps;
        this.letters = letters;
        this.audit = audit;
        this.vault = vault;
        this.json = json;
    }

    Application opened(ApplicationRow row) {
        try {
            return row.opened(Map.copyOf(json.readValue(vault.open(row.typed()), TYPED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sealed(Map<String, String> typed) {
        try {
            return vault.seal(json.writeValueAsString(TYPED, typed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Application> byId(UUID id) {
        return applications.byId(id).map(this::opened);
    }

    /** Held until the transaction ends, so that of two who decide at once the second sees what the first did. */
    Optional<Application> lock(UUID id) {
        return applications.lock(id).map(this::opened);
    }

    /** Who is endorsed: changed answers here ask for a new endorsement, a new telephone number does not. */
    byte[] identity(Application application) {
        return vault.blindIndex("endorsed:" + application.kind() + "|" + application.plain(Field.COUNTY) + "|"
                + application.plain(Field.NAME) + "|" + application.plain(Field.LICENCE) + "|"
                + application.plain(Field.PERSON) + "|" + application.plain(Field.ID_NUMBER));
    }

    /** Writes a step that was just taken; the application as it is after it. */
    Application step(UUID id, String actor, Step.Act act, Map<String, String> reasons, String note) {
        long step = steps.add(id, actor, act.name(), reasons, note);
        audit.record(
                actor,
                "application." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                subject(id),
                reasons.isEmpty() ? Map.of() : Map.of("fields", String.join(" ", reasons.keySet())));
        var application = byId(id).orElseThrow();
        letters.tell(application, step, act, reasons, note);
        return application;
    }

    void proven(UUID id, String actor) {
        audit.record(actor, "application.bank-account-proven", subject(id), Map.of());
    }

    List<Step> history(UUID id) {
        return steps.of(id).stream().map(StepRow::step).toList();
    }

    static String subject(UUID id) {
        return "application:" + id;
    }

    static String account(UUID id) {
        return "account:" + id;
    }
}
