package terrace.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the compiler's own parser tells about a Java file: how long its methods are, what its numbers are called. */
final class JavaShape extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final int METHOD_LINES_MAX = 40;
    /** Setting a compiler up takes longer than reading a file; all at once would fill the memory. */
    private static final int FILES_AT_ONCE = 100;

    private static final URI SOMEWHERE = URI.create("string:///Source.java");
    private static final Pattern MONEY = Pattern.compile("(?i).*(fen|price|amount|yuan).*");
    private static final Set<String> FLOATING = Set.of("float", "double", "Float", "Double");

    /** Making one anew for each of a thousand files would take most of the time; one serves one thread at a time. */
    private static final ThreadLocal<JavaFileManager> FILES =
            ThreadLocal.withInitial(() -> compiler().getStandardFileManager(null, null, null));

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> findings = new ArrayList<>();

    private JavaShape(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static List<String> findings(String source) {
        return findings(task(List.of(new Source(SOMEWHERE, source))), "");
    }

    /** In many files, each finding with the file it is in. */
    static List<String> findings(List<Path> files) {
        return IntStream.iterate(0, at -> at < files.size(), at -> at + FILES_AT_ONCE)
                .mapToObj(at -> files.subList(at, Math.min(files.size(), at + FILES_AT_ONCE)))
                .toList()
                .parallelStream()
                .flatMap(some ->
                        findings(
                                task(some.stream()
                                        .map(file -> new Source(file.toUri(), Sources.text(file)))
                                        .toList()),
                                ": ")
                                .stream())
                .toList();
    }

    /** @param after what stands between the file and a finding; empty for findings alone */
    private static List<String> findings(JavacTask task, String after) {
        List<String> findings = new ArrayList<>();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : parsed(task)) {
            JavaShape shape = new JavaShape(unit, positions);
            shape.scan(unit, null);
            String where = after.isEmpty()
                    ? ""
                    : House.ROOT.relativize(Path.of(unit.getSourceFile().toUri())) + after;
            shape.findings.forEach(finding -> findings.add(where + finding));
        }
        return findings;
    }

    static Iterable<? extends CompilationUnitTree> parse(String source) {
        return parsed(task(List.of(new Source(SOMEWHERE, source))));
    }

    private static Iterable<? extends CompilationUnitTree> parsed(JavacTask task) {
        try {
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavacTask task(List<Source> sources) {
        return (JavacTask) compiler().getTask(null, FILES.get(), problem -> {}, List.of("-proc:none"), null, sources);
    }

    /** Java as text. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI where, String text) {
            super(where, JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean lenient) {
            return text;
        }
    }

    private static JavaCompiler compiler() {
        return Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no JDK");
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        long lines = line(positions.getEndPosition(unit, method)) - line(positions.getStartPosition(unit, method)) + 1;
        if (lines > METHOD_LINES_MAX) {
            findings.add("%s has %d lines".formatted(method.getName(), lines));
        }
        if (method.getReturnType() != null && floats(method.getReturnType()) && named(method.getName())) {
            findings.add(method.getName() + " answers money as a fraction");
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        Tree type = variable.getType();
        if (type != null && floats(type) && named(variable.getName())) {
            findings.add(variable.getName() + " is money as a fraction");
        }
        return super.visitVariable(variable, null);
    }

    private static boolean floats(Tree type) {
        return FLOATING.contains(type.toString());
    }

    private static boolean named(CharSequence name) {
        return MONEY.matcher(name).matches();
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
