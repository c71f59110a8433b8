package io.redress.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A kept-alive connection is read on after every answer, however it was written. */
class KeepReadingTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(false, new CountReads(reads), KeepReading.afterAnswer());

    @Test
    void an_answer_in_one_piece_is_followed_by_a_read() {
        assertThat(readsAfter(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK)))
                .isEqualTo(1);
    }

    @Test
    void an_answer_in_pieces_is_followed_by_a_read_once_it_is_over() {
        assertThat(readsAfter(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK)))
                .isZero();
        assertThat(readsAfter(new DefaultHttpContent(Unpooled.EMPTY_BUFFER))).isZero();
        assertThat(readsAfter(LastHttpContent.EMPTY_LAST_CONTENT)).isEqualTo(1);
    }

    private int readsAfter(Object written) {
        reads.set(0);
        channel.writeOutbound(written);
        channel.runPendingTasks();
        return reads.get();
    }

    private static final class CountReads extends ChannelOutboundHandlerAdapter {
        private final AtomicInteger reads;

        CountReads(AtomicInteger reads) {
            this.reads = reads;
        }

        @Override
        public void read(ChannelHandlerContext context) throws Exception {
            reads.incrementAndGet();
            super.read(context);
        }
    }
}
