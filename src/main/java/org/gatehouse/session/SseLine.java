package org.gatehouse.session;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;

/** A waiting page at the other end of server-sent events. The events are so few and small that they fit into the socket's buffer. */
final class SseLine implements Watchers.Line {
    private static final int RETRY_MILLIS = 2_000;

    private final SseEventSink sink;
    private final Sse sse;
    private final Clock clock;

    SseLine(SseEventSink sink, Sse sse, Clock clock) {
        this.sink = sink;
        this.sse = sse;
        this.clock = clock;
    }

    @Override
    public boolean open() {
        return !sink.isClosed();
    }

    @Override
    public void send(Progress progress) {
        send(sse.newEventBuilder()
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .reconnectDelay(RETRY_MILLIS)
                .data(progress.toJson(clock.instant()))
                .build());
    }

    @Override
    public void beat() {
        send(sse.newEventBuilder().comment("waiting").build());
    }

    @Override
    public void close() {
        try {
            sink.close();
        } catch (RuntimeException e) {
            // The page was faster.
        }
    }

    private void send(OutboundSseEvent event) {
        try {
            sink.send(event).whenComplete((sent, fault) -> {
                if (fault != null) close();
            });
        } catch (RuntimeException e) {
            close();
        }
    }
}
