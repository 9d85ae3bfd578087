package terrace.bench;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept connection that speaks just enough HTTP/1.1: the client shares its two cores with what it measures, so it must
 * cost next to nothing.
 */
final class Wire implements Closeable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int TIMEOUT_MILLIS = 30_000;
    /** Who was silent longer comes on a new connection: the site ends old ones. */
    private static final long SILENT_NANOS_MAX = 60_000_000_000L;

    private final InetSocketAddress server;
    private final InetAddress from;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable Socket socket;
    private long usedAt;
    private int at;
    private int end;

    /** @param from the loopback address to come from, so that every shopper has one of their own */
    Wire(InetSocketAddress server, InetAddress from) {
        this.server = server;
        this.from = from;
    }

    /** Sends a whole request; the body of the answer is kept, or only counted. */
    Answer exchange(byte[] request, boolean keepBody) throws IOException {
        try {
            Socket open = open();
            open.getOutputStream().write(request);
            return answer(open.getInputStream(), keepBody);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        long now = System.nanoTime();
        if (now - usedAt > SILENT_NANOS_MAX) {
            close();
        }
        usedAt = now;
        if (socket == null) {
            Socket fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(TIMEOUT_MILLIS);
            fresh.bind(new InetSocketAddress(from, 0));
            fresh.connect(server, TIMEOUT_MILLIS);
            socket = fresh;
            at = 0;
            end = 0;
        }
        return socket;
    }

    private Answer answer(InputStream in, boolean keepBody) throws IOException {
        String status = line(in);
        int code = Integer.parseInt(status.substring(9, 12));
        String location = "";
        List<String> cookies = new ArrayList<>(1);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (is(header, "content-length:")) {
                length = Long.parseLong(value(header));
            } else if (is(header, "transfer-encoding:")) {
                chunked = true;
            } else if (is(header, "location:")) {
                location = value(header);
            } else if (is(header, "set-cookie:")) {
                cookies.add(value(header).split(";", 2)[0]);
            } else if (is(header, "connection:")) {
                last = value(header).equalsIgnoreCase("close");
            }
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
        long bytes = chunked ? chunks(in, keepBody ? kept : null) : take(in, length, keepBody ? kept : null);
        if (last) {
            close();
        }
        return new Answer(code, location, cookies, kept.toString(StandardCharsets.UTF_8), bytes);
    }

    private long chunks(InputStream in, @Nullable ByteArrayOutputStream kept) throws IOException {
        long total = 0;
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            total += take(in, size, kept);
            line(in);
            if (size == 0) {
                return total;
            }
        }
    }

    private long take(InputStream in, long length, @Nullable ByteArrayOutputStream kept) throws IOException {
        long left = length;
        while (left > 0) {
            if (at == end) {
                fill(in);
            }
            int here = (int) Math.min(left, end - at);
            if (kept != null) {
                kept.write(buffer, at, here);
            }
            at += here;
            left -= here;
        }
        return length;
    }

    private String line(InputStream in) throws IOException {
        StringBuilder early = new StringBuilder(0);
        while (true) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    int stop = i > at && buffer[i - 1] == '\r' ? i - 1 : i;
                    String here = new String(buffer, at, stop - at, StandardCharsets.ISO_8859_1);
                    at = i + 1;
                    return early.isEmpty()
                            ? here
                            : early.append(here).toString().stripTrailing();
                }
            }
            early.append(new String(buffer, at, end - at, StandardCharsets.ISO_8859_1));
            fill(in);
        }
    }

    private void fill(InputStream in) throws IOException {
        at = 0;
        end = in.read(buffer);
        if (end < 0) {
            end = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    private static boolean is(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
