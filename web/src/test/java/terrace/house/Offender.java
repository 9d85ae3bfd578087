package terrace.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A tiny class that breaks a rule, written beside the rule and compiled where it would do harm. */
final class Offender {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final Pattern NAME = Pattern.compile("\\b(?:class|record|interface) (\\w+)");

    private Offender() {}

    /** @param source of one top-level class */
    static JavaClasses of(String packageName, String source) {
        return imported(List.of(file(packageName, source)));
    }

    /** An offender against a library that is not on this class path, with a class of that library. */
    static JavaClasses of(String library, String libraryClass, String packageName, String source) {
        return imported(List.of(file(library, libraryClass), file(packageName, source)));
    }

    private static JavaClasses imported(List<JavaFileObject> files) {
        try {
            Path folder = Files.createTempDirectory("offender-");
            compile(folder, files);
            JavaClasses classes =
                    new ClassFileImporter().withImportOption(House::written).importPath(folder);
            delete(folder);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, List<JavaFileObject> files) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no JDK");
        List<String> options = List.of("-proc:none", "-nowarn", "-cp", CLASS_PATH, "-d", folder.toString());
        if (!compiler.getTask(null, null, null, options, null, files).call()) {
            throw new IllegalStateException("the offender does not compile");
        }
    }

    private static JavaFileObject file(String packageName, String source) {
        Matcher name = NAME.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException(source);
        }
        URI place = URI.create("string:///" + packageName.replace('.', '/') + "/" + name.group(1) + ".java");
        return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean lenient) {
                return "package " + packageName + ";\n" + source;
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
