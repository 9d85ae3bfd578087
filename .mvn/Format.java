import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats every Java file of the project, or says which ones are not formatted. A program of its own, because the
 * formatter reads Java with the compiler of the JVM it runs in, and Maven's JVM may be older than the language we
 * write.
 *
 * <pre>mvn -N verify -Dformat=apply</pre>
 */
final class Format {
    private static final Set<String> PASSED_OVER = Set.of("target", ".git", ".data");
    private static final String REMEDY = "mvn -N verify -Dformat=apply";

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    /** Arguments: {@code check} or {@code apply}, then the folder to look into. */
    public static void main(String[] arguments) throws IOException {
        boolean apply = arguments[0].equals("apply");
        Path root = Path.of(arguments[1]);
        Format format = new Format();
        List<String> findings = sources(root).parallelStream()
                .map(file -> format.finding(file, apply))
                .filter(finding -> !finding.isEmpty())
                .map(finding -> finding.replace(root + "/", ""))
                .toList();
        findings.forEach(System.out::println);
        boolean refused = !findings.isEmpty() && !apply;
        if (refused) {
            System.out.println(findings.size() + " Java files are not formatted. To format them: " + REMEDY);
        }
        System.exit(refused ? 1 : 0);
    }

    private String finding(Path file, boolean apply) {
        try {
            String written = Files.readString(file);
            String formatted = formatter.formatSource(
                    ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(written), Style.PALANTIR));
            if (formatted.equals(written)) {
                return "";
            }
            if (apply) {
                Files.writeString(file, formatted);
            }
            return (apply ? "formatted " : "not formatted: ") + file;
        } catch (FormatterException e) {
            return "not readable as Java: " + file + ": " + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return PASSED_OVER.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
