package terrace.marketplace.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody says about the file they hand in; its name is of no interest. */
public record NewPaper(
        PaperKind kind, String number, @Nullable LocalDate expiresOn) {

    @Override
    public String toString() {
        return "NewPaper[" + kind + "]";
    }
}
