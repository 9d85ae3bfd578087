package terrace.orders.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A JSON answer read with suspicion: what is missing or of another kind is an IOException, never a zero. */
public final class BankJson {

    /** Said twice is said by nobody: which of the two counts would be anybody's guess. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    private BankJson(JsonNode node) {
        this.node = node;
    }

    /** Reads an object, in UTF-8 and nothing else. */
    public static BankJson read(byte[] bytes) throws IOException {
        JsonNode node = MAPPER.readTree(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        if (node == null || !node.isObject()) {
            throw new IOException("no JSON object");
        }
        return new BankJson(node);
    }

    /** A part; empty where it is missing. */
    public BankJson child(String name) {
        return new BankJson(node.path(name));
    }

    /** The names of the parts there are. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The parts of a list. */
    public List<BankJson> list(String name) throws IOException {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw new IOException(name + " is no list");
        }
        List<BankJson> items = new ArrayList<>();
        list.forEach(item -> items.add(new BankJson(item)));
        return items;
    }

    /** A text that must be there. */
    public String text(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IOException(name + " is missing");
        }
        return value.textValue();
    }

    /** A text, or another where it is missing. */
    public String textOr(String name, String otherwise) {
        return node.path(name).asText(otherwise);
    }

    /** A whole number of fen: 12.5 and "1250" are not. */
    public long fen(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IOException(name + " is no amount");
        }
        return value.longValue();
    }

    /** Whether a flag is up. */
    public boolean flag(String name) {
        return node.path(name).booleanValue();
    }

    /** One of our ids, where there is one. */
    public Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(node.path(name).asText("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
