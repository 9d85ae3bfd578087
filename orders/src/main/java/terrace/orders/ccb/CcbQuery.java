package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.PaymentGateway.Stage;

/**
 * The question about an order (transaction 410408). At midnight an order goes over from the unsettled (KIND 0) to the
 * settled (KIND 1); asked in that order, it cannot slip through between two questions.
 */
@Singleton
class CcbQuery {

    private static final List<String> KINDS = List.of("0", "1");
    private static final String FOUND = "000000";
    private static final String NOT_FOUND = "0130Z110C003";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final CcbSettings settings;
    private final CcbCalls calls;

    CcbQuery(CcbSettings settings, CcbCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** An order as the bank knows it, in fen. */
    record Found(Stage stage, long fen) {}

    /** Empty when the bank knows no such order on these days. */
    BankAnswer<Optional<Found>> ask(String order, List<LocalDate> days) {
        BankAnswer<Optional<Found>> answer = new Said<>(Optional.empty());
        for (LocalDate day : days) {
            for (String kind : KINDS) {
                answer = calls.form(CcbRedirect.PATH, form(order, day, kind))
                        .then(body -> CcbCalls.read(body, bytes -> read(bytes, order)));
                if (!(answer instanceof Said<Optional<Found>>(Optional<Found> found) && found.isEmpty())) {
                    return answer;
                }
            }
        }
        return answer;
    }

    /** The password counts as empty in the MAC. */
    private String form(String order, LocalDate day, String kind) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MERCHANTID", settings.merchantId());
        fields.put("BRANCHID", settings.branchId());
        fields.put("POSID", settings.posId());
        fields.put("ORDERDATE", DAY.format(day));
        fields.put("BEGORDERTIME", "00:00:00");
        fields.put("ENDORDERTIME", "23:59:59");
        fields.put("ORDERID", order);
        fields.put("QUPWD", "");
        fields.put("TXCODE", "410408");
        fields.put("TYPE", "0");
        fields.put("KIND", kind);
        fields.put("STATUS", "3");
        fields.put("SEL_TYPE", "3");
        fields.put("PAGE", "1");
        fields.put("OPERATOR", "");
        fields.put("CHANNEL", "");
        fields.put("MAC", CcbRedirect.md5(CcbRedirect.joined(fields)));
        fields.put("QUPWD", calls.queryPassword());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Optional<Found> read(byte[] body, String order) throws IOException {
        Document answer = parsed(body);
        return switch (text(answer, "RETURN_CODE")) {
            case NOT_FOUND -> Optional.empty();
            case FOUND -> {
                if (!text(answer, "ORDERID").equals(order)) {
                    throw new IOException("an answer about another order");
                }
                long fen = Yuan.fen(text(answer, "AMOUNT")).orElseThrow(() -> new IOException("AMOUNT is no amount"));
                yield Optional.of(new Found(stage(text(answer, "STATUS")), fen));
            }
            default -> throw new IOException("the bank says " + text(answer, "RETURN_CODE"));
        };
    }

    private static Stage stage(String status) throws IOException {
        return switch (status) {
            case "0" -> Stage.EXPIRED;
            // paid; paid and refunded in part; paid and refunded in full
            case "1", "3", "4" -> Stage.PAID;
            case "2" -> Stage.OPEN;
            case "5" -> Stage.PROCESSING;
            default -> throw new IOException("an unknown state of an order");
        };
    }

    private static Document parsed(byte[] body) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(body));
            if (!document.getDocumentElement().getTagName().equals("DOCUMENT")) {
                throw new IOException("no answer of the bank");
            }
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("no XML", e);
        }
    }

    /** An element that must be there exactly once. */
    private static String text(Document answer, String name) throws IOException {
        NodeList found = answer.getElementsByTagName(name);
        if (found.getLength() != 1) {
            throw new IOException(name + " is there " + found.getLength() + " times");
        }
        return found.item(0).getTextContent();
    }
}
