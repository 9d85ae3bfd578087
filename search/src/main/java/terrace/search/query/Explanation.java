package terrace.search.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.search.merchandising.Steering;
import terrace.search.ranking.Worth;
import terrace.search.words.Quantity;

/**
 * Why one of the goods stands where it stands for a text, for those who look after the search. What a person likes is
 * left out: it is nobody else's.
 *
 * @param heard how the text was understood
 * @param total how many fit altogether
 * @param place from 1; 0 when it is not among the ones looked at closely
 * @param looked how many were looked at closely
 * @param indexed whether the index knows it
 * @param figure of what its place is made; null when the text does not find it
 * @param steering what operators decided for the text
 */
public record Explanation(
        Heard heard,
        long total,
        int place,
        int looked,
        boolean indexed,
        @Nullable Figure figure,
        Steering steering) {

    /** @param quantity how much is wanted, if that was said */
    public record Heard(
            String understood,
            List<String> words,
            List<String> phrases,
            List<String> without,
            @Nullable Quantity quantity) {}

    /**
     * @param fit what its fitting the words adds
     * @param signals what decides among those that fit alike
     * @param sum of both, the signals within their bound
     * @param cosine how near its meaning is; null when there is no vector of it yet
     */
    public record Figure(
            List<Worth> fit,
            List<Worth> signals,
            double sum,
            @Nullable Double cosine) {}

    public Optional<Figure> figures() {
        return Optional.ofNullable(figure);
    }
}
