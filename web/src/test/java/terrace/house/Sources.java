package terrace.house;

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
import java.util.function.Function;
import java.util.stream.Stream;

/** The files people write, read for the tests. */
final class Sources {
    private static final Set<String> PASSED_OVER = Set.of("target", ".git", ".data", ".idea");

    private Sources() {}

    /** Files with one of these endings, anywhere in the project. */
    static List<Path> ending(String... endings) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(House.ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return PASSED_OVER.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no files found: a rule over nothing always holds");
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** What a rule finds in these files, each finding with the file it is in. */
    static List<String> findings(List<Path> files, Function<String, List<String>> rule) {
        return files.parallelStream()
                .flatMap(file ->
                        rule.apply(text(file)).stream().map(finding -> House.ROOT.relativize(file) + ": " + finding))
                .toList();
    }
}
