package terrace.web.requests;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Waits for the whole of a request: one stands in the way of usual ones, another of those that bring a file. */
final class Gathering extends HttpObjectAggregator {
    static final int BODY_BYTES_MAX = 1024 * 1024;

    /** For forms with a file; {@code micronaut.server.max-request-size} says the same. */
    static final int UPLOAD_BYTES_MAX = 10 * 1024 * 1024;

    /** As much memory as half-sent files may take: this times {@link #UPLOAD_BYTES_MAX}. */
    static final int UPLOADS_AT_ONCE_MAX = 8;

    private static final int MEGABYTE = 1024 * 1024;

    /** The addresses such forms go to, in whichever language. */
    private static final Pattern UPLOADS =
            Pattern.compile("(/en)?(/merchant/(application/papers|papers/[0-9a-f-]{36}/renewal|sheets|certificates"
                    + "|listings/[0-9a-f-]{36}/photos)"
                    + "|/orders/[0-9]{16}/(claims|reviews)|/account/claims/[0-9]{12}/photos)");

    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    private final boolean uploads;
    private boolean own;
    private boolean counted;

    Gathering(boolean uploads) {
        super(uploads ? UPLOAD_BYTES_MAX : BODY_BYTES_MAX, true);
        this.uploads = uploads;
    }

    /** The aggregator alone would go on to swallow the other one's bodies after it has refused one. */
    @Override
    public boolean acceptInboundMessage(Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            own = upload(request) == uploads;
        }
        return own && super.acceptInboundMessage(message);
    }

    private static boolean upload(HttpRequest request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return type.startsWith("multipart/form-data")
                && UPLOADS.matcher(request.uri()).matches();
    }

    @Override
    protected boolean isContentLengthInvalid(HttpMessage start, int maxContentLength) {
        return full() || super.isContentLengthInvalid(start, maxContentLength);
    }

    @Override
    protected Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object answer = super.newContinueResponse(start, maxContentLength, pipeline);
        return answer != null && full()
                ? new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.TOO_MANY_REQUESTS)
                : answer;
    }

    @Override
    protected FullHttpMessage beginAggregation(HttpMessage start, ByteBuf content) throws Exception {
        if (uploads && !counted) {
            counted = true;
            UNDER_WAY.incrementAndGet();
        }
        return super.beginAggregation(start, content);
    }

    @Override
    protected void finishAggregation(FullHttpMessage aggregated) throws Exception {
        over();
        super.finishAggregation(aggregated);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) throws Exception {
        over();
        super.handlerRemoved(context);
    }

    /** Plain words, no page: the request never reaches the site. The rest of it is read and thrown away. */
    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        // What had begun to come and grew too large counts no more; what was refused at its head never counted.
        boolean grown = oversized instanceof ByteBufHolder;
        boolean busy = !grown && full() && !super.isContentLengthInvalid(oversized, maxContentLength());
        over();
        int limit = maxContentLength() / MEGABYTE;
        String words = busy
                ? "现在上传的人多，请过一会儿再试。Many are sending files now; try again in a moment.\n"
                : "内容太大，最多 %1$d MB，请减少后重试。This is too large: at most %1$d MB. Send less.\n".formatted(limit);
        ByteBuf text = ByteBufUtil.encodeString(context.alloc(), CharBuffer.wrap(words), StandardCharsets.UTF_8);
        DefaultFullHttpResponse refusal = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                busy ? HttpResponseStatus.TOO_MANY_REQUESTS : HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                text);
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, text.readableBytes());
        var _ = context.writeAndFlush(refusal);
    }

    private boolean full() {
        return uploads && UNDER_WAY.get() >= UPLOADS_AT_ONCE_MAX;
    }

    private void over() {
        if (counted) {
            counted = false;
            UNDER_WAY.decrementAndGet();
        }
    }
}
