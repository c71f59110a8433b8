package io.redress.offender.adapter.http;

import reactor.core.publisher.Mono;

/** Waits on an event loop. */
public final class Waiting {
    public String text() {
        return Mono.just("text").blockOptional().orElse("");
    }
}
