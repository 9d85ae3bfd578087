package terrace.orders.ccb;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.orders.gateway.GatewayContract;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.OurNumber;

/** The contract where the counter of one bank is asked, whoever of its customers pays: forms signed in a last field. */
abstract class CounterContract extends GatewayContract {

    private static final String TYPE = "application/x-www-form-urlencoded";

    /** The name of the field that holds the signature. */
    protected abstract String signatureField();

    /** As the bank would: with the key of its counter, which lies beside its book. */
    protected abstract NoticeLetter signed(String fields);

    /** Signed by the bank itself, and still no notices. */
    protected abstract Stream<String> oddThoughSigned(String fields);

    @Override
    protected String openPath() {
        return "/hsb/order";
    }

    @Override
    protected String refundPath() {
        return "/hsb/refund";
    }

    @Override
    protected String questionPath() {
        return "/CCBIS/ccbMain";
    }

    @Override
    protected String questionMethod() {
        return "POST";
    }

    @Override
    protected List<String> lines(String file) {
        return CounterLetters.lines(file);
    }

    @Override
    protected String written(UUID id) {
        return OurNumber.of(id);
    }

    @Override
    protected List<NoticeLetter> odd(NoticeLetter genuine) {
        String fields = fields(genuine);
        byte[] body = genuine.body();
        String mark = "&" + signatureField() + "=";
        List<NoticeLetter> odd = new ArrayList<>(List.of(
                new NoticeLetter(body, Map.of()),
                typed(body, "application/json"),
                typed(body, TYPE + "; charset=utf-16"),
                typed(body, TYPE + "; charset=klingon"),
                new NoticeLetter(body, Map.of("Content-Type", List.of(TYPE, TYPE))),
                new NoticeLetter(body, Map.of("Content-Type", List.of(TYPE), "Content-Encoding", List.of("gzip"))),
                form(""),
                form(mark),
                form(fields + mark + "00"),
                form(fields + mark + "zz".repeat(256)),
                form("=&&=" + mark + "00"),
                form("POSID=%zz" + mark + "00"),
                form("POSID=江" + mark + "00")));
        oddThoughSigned(fields).map(this::signed).forEach(odd::add);
        return odd;
    }

    private static NoticeLetter typed(byte[] body, String type) {
        return new NoticeLetter(body, Map.of("Content-Type", List.of(type)));
    }

    private static NoticeLetter form(String text) {
        return typed(text.getBytes(StandardCharsets.UTF_8), TYPE);
    }

    /** With its signature over some of it, and each value encoded where the channel does so. */
    protected NoticeLetter letter(String form, String signedText) {
        return form(form + "&" + signatureField() + "=" + CounterLetters.sign(signedText));
    }

    protected String fields(NoticeLetter letter) {
        String form = new String(letter.body(), StandardCharsets.UTF_8);
        return URLDecoder.decode(
                form.substring(0, form.lastIndexOf("&" + signatureField() + "=")), StandardCharsets.UTF_8);
    }

    /** One by one, as they stand in a form. */
    protected static Stream<String> each(String fields) {
        return Arrays.stream(fields.split("&", -1));
    }
}
