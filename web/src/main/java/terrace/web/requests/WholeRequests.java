package terrace.web.requests;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Hands a request on once all of it is there. A body that comes later than its head can send the framework into a loop
 * that ends the process, see .decisions/0012.
 */
@Singleton
class WholeRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /** As many bytes as a body may have; {@code micronaut.server.max-request-size} says the same. */
    static final int BODY_BYTES_MAX = 1024 * 1024;

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForServer());
        return event.getBean();
    }

    private record ForServer() implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new ForChannel(channel);
        }
    }

    private record ForChannel(Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel child, ChannelRole role) {
            return new ForChannel(child);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "terrace-whole-requests",
                                new Gathering());
            }
        }
    }

    private static final class Gathering extends HttpObjectAggregator {
        Gathering() {
            super(BODY_BYTES_MAX, true);
        }

        /** Plain words, no page: the request never reaches the site. The rest of it is read and thrown away. */
        @Override
        protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
            ByteBuf text = ByteBufUtil.encodeString(
                    context.alloc(),
                    CharBuffer.wrap("内容太大，最多 1 MB，请减少后重试。This is too large: at most 1 MB. Send less.\n"),
                    StandardCharsets.UTF_8);
            DefaultFullHttpResponse refusal = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, text);
            refusal.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .set(HttpHeaderNames.CONTENT_LENGTH, text.readableBytes());
            var _ = context.writeAndFlush(refusal);
        }
    }
}
