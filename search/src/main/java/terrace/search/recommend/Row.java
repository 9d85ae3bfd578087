package terrace.search.recommend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations under one heading.
 *
 * @param about title of the goods the heading speaks of, null when it speaks of none
 */
public record Row(Kind kind, @Nullable String about, List<Recommended> goods) {

    /** What the heading says. */
    public enum Kind {
        FOR_YOU,
        BECAUSE_YOU_LOOKED,
        AGAIN,
        PROVINCE,
        POPULAR,
        SIMILAR,
        TOGETHER
    }
}
