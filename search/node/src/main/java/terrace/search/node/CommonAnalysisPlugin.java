package terrace.search.node;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The part of the stock analysis-common module that our mapping uses, under the stock names and options, so that one
 * mapping opens here and on any cluster. That module is not on Maven Central; the Lucene classes behind it are.
 */
public final class CommonAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "whitespace",
                (index, environment, name, settings) -> TokenizerFactory.newFactory(
                        name,
                        () -> new WhitespaceTokenizer(
                                settings.getAsInt("max_token_length", WhitespaceTokenizer.DEFAULT_MAX_WORD_LEN))),
                "keyword",
                (index, environment, name, settings) -> TokenizerFactory.newFactory(
                        name,
                        () -> new KeywordTokenizer(
                                settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE))));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "cjk_width", normalizing(settings -> CJKWidthFilter::new),
                "asciifolding", normalizing(CommonAnalysisPlugin::asciiFolding),
                "cjk_bigram", plain(CommonAnalysisPlugin::cjkBigram),
                "edge_ngram", plain(CommonAnalysisPlugin::edgeNgram),
                "porter_stem", plain(settings -> PorterStemFilter::new));
    }

    private static UnaryOperator<TokenStream> asciiFolding(Settings settings) {
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return in -> new ASCIIFoldingFilter(in, preserve);
    }

    private static UnaryOperator<TokenStream> cjkBigram(Settings settings) {
        int all = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        boolean unigrams = settings.getAsBoolean("output_unigrams", false);
        return in -> new CJKBigramFilter(in, all, unigrams);
    }

    private static UnaryOperator<TokenStream> edgeNgram(Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return in -> new EdgeNGramTokenFilter(in, shortest, longest, preserve);
    }

    private static AnalysisProvider<TokenFilterFactory> plain(Function<Settings, UnaryOperator<TokenStream>> maker) {
        return (index, environment, name, settings) -> new Filter(name, maker.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(
            Function<Settings, UnaryOperator<TokenStream>> maker) {
        return (index, environment, name, settings) -> new NormalizingFilter(name, maker.apply(settings));
    }

    private static class Filter extends AbstractTokenFilterFactory {
        private final UnaryOperator<TokenStream> chain;

        Filter(String name, UnaryOperator<TokenStream> chain) {
            super(name);
            this.chain = chain;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return chain.apply(in);
        }
    }

    /** A filter that may also stand in the normaliser of a keyword field. */
    private static final class NormalizingFilter extends Filter implements NormalizingTokenFilterFactory {
        NormalizingFilter(String name, UnaryOperator<TokenStream> chain) {
            super(name, chain);
        }
    }
}
