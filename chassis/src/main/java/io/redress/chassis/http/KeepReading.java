package io.redress.chassis.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on after every answer. Reactor Netty 1.3.7 forgets to where a request has come before the one before it was quite
 * over (its issue 4361): the connection stays open and silent, and the caller waits for nothing. One read more than
 * needed does no harm. To be dropped with a version that has it mended.
 */
final class KeepReading implements NettyServerCustomizer {
    private static final String NAME = "redress.keepReading";
    private static final AfterAnswer AFTER_ANSWER = new AfterAnswer();

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, NAME, AFTER_ANSWER);
            }
        });
    }

    static ChannelHandler afterAnswer() {
        return AFTER_ANSWER;
    }

    @Sharable
    private static final class AfterAnswer extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent) {
                // Later, when whoever ends the request has done so.
                promise.unvoid().addListener(_ -> context.executor().execute(context::read));
            }
            context.write(message, promise);
        }
    }
}
