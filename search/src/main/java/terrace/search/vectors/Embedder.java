package terrace.search.vectors;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model bge-small-zh-v1.5, quantised, run inside this process on one thread; .decisions/0022. One text at a time:
 * in a batch the quantised model would see the same text a little differently beside each neighbour.
 */
@Singleton
class Embedder {
    /** Named in the cache, so that another model would not be mixed with this one. */
    static final String MODEL = "bge-small-zh-v1.5-q";

    private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);

    private volatile @Nullable Loaded loaded;

    boolean ready() {
        return loaded != null;
    }

    /** Takes about a second; a machine the model cannot run on goes on without it. */
    synchronized void load() {
        if (loaded == null) {
            try {
                loaded = open();
            } catch (IOException | OrtException | LinkageError e) {
                LOG.warn("The language model does not run here; search goes by words alone: {}", e.toString());
            }
        }
    }

    Vector of(String text) {
        Loaded model = Objects.requireNonNull(loaded, "the model is not loaded");
        long[][] ids = {model.pieces.of(text)};
        long[][] ones = {new long[ids[0].length]};
        long[][] zeros = {new long[ids[0].length]};
        Arrays.fill(ones[0], 1);
        try (OnnxTensor input = OnnxTensor.createTensor(model.environment, ids);
                OnnxTensor mask = OnnxTensor.createTensor(model.environment, ones);
                OnnxTensor kinds = OnnxTensor.createTensor(model.environment, zeros);
                OrtSession.Result result = model.session.run(
                        Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", kinds))) {
            FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] first = new float[Vector.DIMENSIONS];
            // the first piece stands for the whole text
            all.get(first);
            return Vector.of(first);
        } catch (OrtException e) {
            throw new IllegalStateException("the language model failed", e);
        }
    }

    @PreDestroy
    synchronized void close() throws OrtException {
        Loaded model = loaded;
        loaded = null;
        if (model != null) {
            model.session.close();
        }
    }

    private static Loaded open() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "terrace");
        try (InputStream model = resource(".onnx");
                InputStream vocabulary = resource("-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new Loaded(environment, session, WordPieces.read(vocabulary));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputStream resource(String ending) throws IOException {
        InputStream found = Embedder.class.getResourceAsStream("/" + MODEL + ending);
        if (found == null) {
            throw new IOException("no file " + MODEL + ending + " on the class path");
        }
        return found;
    }

    private record Loaded(OrtEnvironment environment, OrtSession session, WordPieces pieces) {}
}
