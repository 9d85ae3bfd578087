package terrace.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plan of the house: its modules, what each may call, and its features from the ground up. A feature may call those
 * before it. A new feature takes its place here first.
 */
final class House {
    static final List<Module> MODULES = List.of(
            new Module("marketplace", "terrace.marketplace", "", """
                    embedded spreadsheets ids money regions vault database clock events jobs files audit attempts
                    accounts filters sessions secondfactor addresses notices inbox phonecodes papers merchants staff
                    shopletters partners endorsers recommenders oversight bankaccounts filedpapers applications
                    assistance purchasers pavilions curation governance centres zones coupons gifts entitlements
                    pledges points campaigns organising households impact feeds"""),
            new Module("catalog", "terrace.catalog", "terrace.marketplace", """
                    letters categories freight listings questions suspension expiry photos moderation media lots
                    certificates stock sales ratings enrolments flashsales campaignletters desk
                    sheets"""),
            new Module("search", "terrace.search", "terrace.marketplace terrace.catalog", """
                    words vectors stillness indexing filters merchandising ranking query suggest querylog signals
                    recommend"""),
            new Module("search/node", "terrace.search.node", "", ""),
            new Module("orders", "terrace.orders", "terrace.marketplace terrace.catalog", """
                    gateway stripe ccb ledger instructions promotions refunds payment agreements purchases reversals
                    suspension bought approvals cart pricing checkout donations parcels fulfilment helping traces
                    clearing rewards returns reviews invoices desk shipments proofs settlement sweeps disputes books
                    seals runs reconciliation closing statements takings"""),
            new Module("orders/bank", "terrace.bank", "", "book counter ccb notices"),
            // pages, signin and requests know each other: a page its reader, a refusal its page; .decisions/0013
            // .decisions/0006
            new Module("web", "terrace.web", "terrace.marketplace terrace.catalog terrace.search terrace.orders", """
                    pages+signin+requests pdf shop recommend campaigns search home impact parcels purchasing buying
                    giving coupons styleguide account inbox applications merchant flash enrolments standing staff
                    assistance shipping goods freight kinds photos certificates questions claims reviews invoices
                    merchandising sheets curation entitlements organiser reports operator registry feeds settling api
                    demo"""));

    /** Where the project is, told by the build. */
    static final Path ROOT =
            Path.of(System.getProperty("terrace.root", "..")).toAbsolutePath().normalize();

    /** What annotation processors write is nobody's style. */
    private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class|.*\\$Intercepted.*");

    private House() {}

    /** All classes of all modules, without tests and without what is generated. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(House::written)
                .importPaths(MODULES.stream()
                        .map(Module::classes)
                        .filter(Files::isDirectory)
                        .toList());
    }

    static boolean written(Location location) {
        return !location.matches(GENERATED);
    }

    static Optional<Module> moduleOf(JavaClass type) {
        return MODULES.stream()
                .filter(module -> module.holds(type.getPackageName()))
                .max(Comparator.comparing(module -> module.root().length()));
    }

    /**
     * A Maven module.
     *
     * @param root the package all of its code is in
     * @param below the packages of the modules it may call, parted by spaces
     * @param features from the ground up, parted by spaces; those joined by a plus are one
     */
    record Module(String folder, String root, String below, String features) {
        boolean holds(String packageName) {
            return packageName.equals(root) || packageName.startsWith(root + ".");
        }

        /** False for what stands beside the site, when only the site was built. */
        boolean built() {
            return Files.isDirectory(classes());
        }

        Path classes() {
            return ROOT.resolve(folder).resolve("target/classes");
        }

        boolean mayCall(Module other) {
            return equals(other) || List.of(below.split(" ", -1)).contains(other.root);
        }

        /** The flat package below the root; empty for the root itself. */
        String featureOf(JavaClass type) {
            String rest = type.getPackageName().substring(root.length());
            return rest.isEmpty() ? "" : rest.substring(1).replaceAll("\\..*", "");
        }

        /** How far from the ground; the root of a module is above its features, what is not listed is nowhere. */
        int floorOf(String feature) {
            List<String> floors = List.of(features.split("\\s+", -1));
            if (feature.isEmpty()) {
                return floors.size();
            }
            for (int floor = 0; floor < floors.size(); floor++) {
                if (List.of(floors.get(floor).split("\\+", -1)).contains(feature)) {
                    return floor;
                }
            }
            return -1;
        }
    }
}
