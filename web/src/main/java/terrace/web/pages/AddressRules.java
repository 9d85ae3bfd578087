package terrace.web.pages;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Reads an address before the router does. {@code /en/x} becomes {@code /x} in English, so that no route is written
 * twice; spellings by which a filter and the router could see two different paths lead nowhere.
 */
@Singleton
class AddressRules implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /** Set here only; what a client sends under this name is thrown away. */
    static final String LANGUAGE_HEADER = "X-Terrace-Language";

    private static final String NOWHERE = "/nowhere";

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForServer());
        return event.getBean();
    }

    /** The address in the language it asks for, without the language. */
    static String route(String uri) {
        String plain = uri.equals("/en") || uri.startsWith("/en?")
                ? "/" + uri.substring("/en".length())
                : uri.startsWith("/en/") ? uri.substring("/en".length()) : uri;
        return ambiguous(plain) ? NOWHERE : plain;
    }

    static boolean english(String uri) {
        return uri.equals("/en") || uri.startsWith("/en/") || uri.startsWith("/en?");
    }

    private static boolean ambiguous(String uri) {
        int query = uri.indexOf('?');
        String path = (query < 0 ? uri : uri.substring(0, query)).toLowerCase(Locale.ROOT);
        return !path.startsWith("/")
                || path.contains("//")
                || path.contains("/../")
                || path.endsWith("/..")
                || path.contains("/./")
                || path.contains(";")
                || path.contains("\\")
                || path.contains("%2f")
                || path.contains("%5c")
                || path.contains("%00")
                || path.contains("%2e")
                || path.contains("%3b")
                || path.contains("%20/")
                || path.contains("/%20");
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
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "terrace-address", new Reader());
            }
        }
    }

    @ChannelHandler.Sharable
    private static final class Reader extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest request) {
                request.headers().remove(LANGUAGE_HEADER);
                if (english(request.uri())) {
                    request.headers().set(LANGUAGE_HEADER, Language.EN.tag());
                }
                request.setUri(route(request.uri()));
            }
            super.channelRead(context, message);
        }
    }
}
