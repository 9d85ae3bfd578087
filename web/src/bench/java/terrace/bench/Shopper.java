package terrace.bench;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser reduced to its connection and its cookies. */
final class Shopper implements Closeable {
    private static final String BOUNDARY = "terrace-bench-0123456789";
    private static final int SEE_OTHER = 303;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\"[^>]*value=\"([^\"]+)\"");

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String cookieHeader = "";
    private String token = "";

    /** @param number gives each shopper a loopback address, since sign-ins are limited by address */
    Shopper(int port, int number) throws IOException {
        InetAddress from =
                InetAddress.getByAddress(new byte[] {127, 0, (byte) (1 + number / 250), (byte) (1 + number % 250)});
        wire = new Wire(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), from);
    }

    /** As a browser under load: compressed, and the body only counted. */
    Answer load(String path) throws IOException {
        return exchange(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n" + cookieHeader + "\r\n",
                false);
    }

    /** A page to be read. */
    Answer see(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + cookieHeader + "\r\n", true);
    }

    /** A form with the token of this shopper's session. */
    Answer send(String path, Map<String, String> fields) throws IOException {
        return exchange(form(path, fields), false);
    }

    /** A form whose answer is to be read. */
    Answer sendAndSee(String path, Map<String, String> fields) throws IOException {
        return exchange(form(path, fields).replace("Accept-Encoding: gzip\r\n", ""), true);
    }

    /** The bytes of a form, so that they can be made ready before the clock runs. */
    String form(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n"
                + cookieHeader + "\r\n" + body;
    }

    /** A form with one file in it. */
    Answer upload(String path, String name, byte[] file) throws IOException {
        String line = "--" + BOUNDARY;
        byte[] head = (line + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token + "\r\n" + line
                        + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"goods.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n" + line + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] first = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                        + (head.length + file.length + tail.length) + "\r\n" + cookieHeader + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : List.of(first, head, file, tail)) {
            all.write(part);
        }
        return exchange(all.toByteArray(), false);
    }

    Answer exchange(String request, boolean keepBody) throws IOException {
        return exchange(request.getBytes(StandardCharsets.US_ASCII), keepBody);
    }

    private Answer exchange(byte[] request, boolean keepBody) throws IOException {
        Answer answer = wire.exchange(request, keepBody);
        if (!answer.cookies().isEmpty()) {
            for (String cookie : answer.cookies()) {
                int equals = cookie.indexOf('=');
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
            cookieHeader = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
        }
        return answer;
    }

    /** Comes in as a stranger: gets a cookie, and the token of forms. */
    void arrive() throws IOException {
        see("/sign-in");
        Answer page = see("/sign-in");
        Matcher found = TOKEN.matcher(page.text());
        if (!found.find()) {
            throw new IllegalStateException("the sign-in page (" + page.status() + ") has no form with a token");
        }
        token = found.group(1);
    }

    /** Comes with a cookie of an earlier day. */
    void comeBack(String cookie) {
        int equals = cookie.indexOf('=');
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
        cookieHeader = "Cookie: " + cookie + "\r\n";
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** Signs in through the form, as everybody does. */
    void signIn(String name, String password) throws IOException {
        arrive();
        Answer answer = send("/sign-in", Map.of("name", name, "password", password, "next", "/"));
        if (answer.status() != SEE_OTHER) {
            throw new IllegalStateException(name + " could not sign in: " + answer.status());
        }
        arrive();
    }
}
