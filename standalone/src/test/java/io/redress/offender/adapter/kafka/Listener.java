package io.redress.offender.adapter.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaListener;

/** Listens by itself, reads with another library, and its name does not say whom it reacts to. */
public final class Listener implements Reaction<String> {
    @Override
    public String topic() {
        return "redress.offender.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public String command(IncomingEvent event) {
        return new JsonFactory().getFormatName();
    }

    @KafkaListener
    public void listen(Object converted) {
        throw new UnsupportedOperationException(String.valueOf(converted));
    }
}
