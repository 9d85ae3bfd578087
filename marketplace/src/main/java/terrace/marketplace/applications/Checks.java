package terrace.marketplace.applications;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import terrace.marketplace.accounts.PhoneNumber;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.marketplace.vault.Vault;

/** What an application lacks, and what in it deserves a second glance. */
@Singleton
class Checks {

    private static final Pattern BANK_ACCOUNT = Pattern.compile("[0-9]{8,30}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int ENDS_SOON_DAYS = 30;

    /** GB 32100-2015, table 2: where in the code the division of the registering body stands. */
    private static final int LICENCE_COUNTY_FROM = 2;

    private final ApplicationRepository applications;
    private final Papers papers;
    private final Regions regions;
    private final Vault vault;
    private final Clock clock;

    Checks(ApplicationRepository applications, Papers papers, Regions regions, Vault vault, Clock clock) {
        this.applications = applications;
        this.papers = papers;
        this.regions = regions;
        this.vault = vault;
        this.clock = clock;
    }

    List<Gap> gaps(Application application) {
        if (application.kind() == null) {
            return List.of(new Gap("kind", false, Gap.Reason.MISSING));
        }
        var requirements = Requirements.of(application.kind());
        var gaps = new ArrayList<Gap>();
        for (var field : requirements.fields()) {
            reason(application, field, requirements.needed().contains(field))
                    .ifPresent(reason -> gaps.add(new Gap(field.id(), false, reason)));
        }
        var handedIn = papers.ofOwner(application.accountId());
        var today = clock.today();
        for (var kind : requirements.papers()) {
            gap(kind, handedIn, today).ifPresent(gaps::add);
        }
        return List.copyOf(gaps);
    }

    Set<Flag> flags(Application application) {
        var flags = EnumSet.noneOf(Flag.class);
        var licence = application.plain(Field.LICENCE);
        if (!licence.isEmpty()) {
            flag(flags, Flag.LICENCE_DIGIT, !CheckDigits.creditCode(licence));
            flag(flags, Flag.LICENCE_COUNTY, !licence.startsWith(application.plain(Field.COUNTY), LICENCE_COUNTY_FROM));
            flag(
                    flags,
                    Flag.LICENCE_KNOWN,
                    applications.licenceKnown(index(Field.LICENCE, licence), application.accountId()));
        }
        var id = application.plain(Field.ID_NUMBER);
        if (!id.isEmpty()) {
            flag(flags, Flag.ID_DIGIT, !CheckDigits.idNumber(id));
            flag(flags, Flag.ID_KNOWN, applications.idNumberKnown(index(Field.ID_NUMBER, id), application.accountId()));
        }
        var account = application.plain(Field.BANK_ACCOUNT);
        if (!account.isEmpty()) {
            flag(
                    flags,
                    Flag.ACCOUNT_KNOWN,
                    applications.accountKnown(index(Field.BANK_ACCOUNT, account), application.accountId()));
        }
        var holder = application.plain(Field.BANK_HOLDER);
        flag(
                flags,
                Flag.BANK_HOLDER,
                !holder.isEmpty()
                        && !holder.equals(application.plain(Field.NAME))
                        && !holder.equals(application.plain(Field.PERSON)));
        var soon = clock.today().plusDays(ENDS_SOON_DAYS);
        flag(
                flags,
                Flag.PAPER_ENDS_SOON,
                papers.ofOwner(application.accountId()).stream().anyMatch(paper -> paper.expired(soon)));
        return Set.copyOf(flags);
    }

    /** The county's code, once it is one. */
    Optional<String> county(Application application) {
        return regions.byCode(application.plain(Field.COUNTY))
                .filter(Region::isCounty)
                .map(Region::code);
    }

    /** The same for the same number, whoever typed it; no way back to it. */
    byte[] index(Field field, String plain) {
        return vault.blindIndex("application-" + field.id() + ":" + plain);
    }

    private Optional<Gap.Reason> reason(Application application, Field field, boolean needed) {
        var typed = application.value(field).strip();
        if (typed.isEmpty()) {
            return needed ? Optional.of(Gap.Reason.MISSING) : Optional.empty();
        }
        if (typed.codePointCount(0, typed.length()) > field.charactersMax()) {
            return Optional.of(Gap.Reason.TOO_LONG);
        }
        var plain = application.plain(field);
        boolean wellFormed =
                switch (field) {
                    case PHONE -> PhoneNumber.any(typed).isPresent();
                    case COUNTY -> county(application).isPresent();
                    case BANK_ACCOUNT -> BANK_ACCOUNT.matcher(plain).matches();
                    case HOUSEHOLDS -> NUMBER.matcher(plain).matches();
                    case GOODS -> true;
                    default -> plain.chars().noneMatch(Character::isISOControl);
                };
        return wellFormed ? Optional.empty() : Optional.of(Gap.Reason.MALFORMED);
    }

    private static Optional<Gap> gap(PaperKind kind, List<Paper> handedIn, LocalDate today) {
        var ofKind = handedIn.stream().filter(paper -> paper.kind() == kind).toList();
        if (ofKind.isEmpty()) {
            return Optional.of(new Gap(kind.name(), true, Gap.Reason.MISSING));
        }
        return ofKind.stream().allMatch(paper -> paper.expired(today))
                ? Optional.of(new Gap(kind.name(), true, Gap.Reason.EXPIRED))
                : Optional.empty();
    }

    private static void flag(Set<Flag> flags, Flag flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
