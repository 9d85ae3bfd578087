package terrace.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds names of other modules' tables in SQL. */
final class Sql {
    private static final Pattern SPEAKS_SQL =
            Pattern.compile("(?i)\\b(select|insert into|update|delete from|from|join|with|call|truncate)\\b");
    private static final Pattern TABLE = Pattern.compile("(?<![\\w.'-])(marketplace|catalog|search|orders)\\.[a-z_]+");

    /** What a file with such a name in it has somewhere, packages aside; the others need not be parsed. */
    private static final Pattern NAMES_ONE =
            Pattern.compile("(?<!terrace\\.)(marketplace|catalog|search|orders)\\.[a-z_]");

    /** The one thing of another module that any SQL may use: the market's clock. */
    private static final String CLOCK = "marketplace.clock_now";

    private Sql() {}

    /** Tables of other modules named in the string literals of a Java file. */
    static List<String> foreign(String java, String module) {
        List<String> found = new ArrayList<>();
        if (!NAMES_ONE.matcher(java).find()) {
            return found;
        }
        for (CompilationUnitTree unit : JavaShape.parse(java)) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                    if (literal.getValue() instanceof String text
                            && SPEAKS_SQL.matcher(text).find()) {
                        found.addAll(foreignIn(text, module));
                    }
                    return super.visitLiteral(literal, null);
                }
            }.scan(unit, null);
        }
        return found;
    }

    /** Tables of other modules named in SQL. */
    static List<String> foreignIn(String sql, String module) {
        return TABLE.matcher(sql.replaceAll("--.*", ""))
                .results()
                .map(MatchResult::group)
                .filter(table -> !table.startsWith(module + ".") && !table.equals(CLOCK))
                .distinct()
                .toList();
    }
}
