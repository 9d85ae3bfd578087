package terrace.marketplace.applications;

import static terrace.marketplace.applications.Field.BANK_ACCOUNT;
import static terrace.marketplace.applications.Field.BANK_HOLDER;
import static terrace.marketplace.applications.Field.BANK_NAME;
import static terrace.marketplace.applications.Field.COUNTY;
import static terrace.marketplace.applications.Field.GOODS;
import static terrace.marketplace.applications.Field.HOUSEHOLDS;
import static terrace.marketplace.applications.Field.ID_NUMBER;
import static terrace.marketplace.applications.Field.LICENCE;
import static terrace.marketplace.applications.Field.NAME;
import static terrace.marketplace.applications.Field.PERSON;
import static terrace.marketplace.applications.Field.PHONE;
import static terrace.marketplace.applications.Field.VILLAGE;
import static terrace.marketplace.papers.PaperKind.BANK_PROOF;
import static terrace.marketplace.papers.PaperKind.BASE_PROOF;
import static terrace.marketplace.papers.PaperKind.BUSINESS_LICENCE;
import static terrace.marketplace.papers.PaperKind.FARM_PROOF;
import static terrace.marketplace.papers.PaperKind.FOOD_PERMIT;
import static terrace.marketplace.papers.PaperKind.HOUSEHOLD_PROOF;
import static terrace.marketplace.papers.PaperKind.ID_BACK;
import static terrace.marketplace.papers.PaperKind.ID_FRONT;
import static terrace.marketplace.papers.PaperKind.OTHER;

import java.util.ArrayList;
import java.util.List;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.PaperKind;

/**
 * What each kind of merchant has to say and to show.
 *
 * @param needed without which nobody submits, in the order of the form
 * @param welcome may be left out
 * @param papers without which nobody submits
 * @param welcomePapers may be left out
 */
public record Requirements(
        List<Field> needed, List<Field> welcome, List<PaperKind> papers, List<PaperKind> welcomePapers) {

    private static final List<Field> EVERYBODY =
            List.of(NAME, PERSON, ID_NUMBER, PHONE, COUNTY, VILLAGE, GOODS, BANK_NAME, BANK_HOLDER, BANK_ACCOUNT);

    public static Requirements of(Merchant.Kind kind) {
        return switch (kind) {
            case HOUSEHOLD ->
                new Requirements(EVERYBODY, List.of(), papers(HOUSEHOLD_PROOF), List.of(FOOD_PERMIT, OTHER));
            case FAMILY_FARM ->
                new Requirements(
                        EVERYBODY,
                        List.of(LICENCE, HOUSEHOLDS),
                        papers(FARM_PROOF),
                        List.of(BUSINESS_LICENCE, FOOD_PERMIT, OTHER));
            case INDIVIDUAL ->
                new Requirements(with(LICENCE), List.of(), papers(BUSINESS_LICENCE), List.of(FOOD_PERMIT, OTHER));
            case COOPERATIVE ->
                new Requirements(
                        with(LICENCE, HOUSEHOLDS),
                        List.of(),
                        papers(BUSINESS_LICENCE, BANK_PROOF),
                        List.of(FOOD_PERMIT, OTHER));
            case BASE ->
                new Requirements(
                        with(LICENCE, HOUSEHOLDS),
                        List.of(),
                        papers(BUSINESS_LICENCE, BASE_PROOF, BANK_PROOF),
                        List.of(FOOD_PERMIT, OTHER));
            case COMPANY ->
                new Requirements(
                        with(LICENCE),
                        List.of(HOUSEHOLDS),
                        papers(BUSINESS_LICENCE, BANK_PROOF),
                        List.of(FOOD_PERMIT, OTHER));
        };
    }

    /** All fields of the form, in its order. */
    public List<Field> fields() {
        var all = new ArrayList<>(needed);
        all.addAll(welcome);
        all.sort(null);
        return List.copyOf(all);
    }

    public List<PaperKind> allPapers() {
        var all = new ArrayList<>(papers);
        all.addAll(welcomePapers);
        return List.copyOf(all);
    }

    private static List<Field> with(Field... more) {
        var all = new ArrayList<>(EVERYBODY);
        all.addAll(List.of(more));
        all.sort(null);
        return List.copyOf(all);
    }

    private static List<PaperKind> papers(PaperKind... more) {
        var all = new ArrayList<>(List.of(ID_FRONT, ID_BACK));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
