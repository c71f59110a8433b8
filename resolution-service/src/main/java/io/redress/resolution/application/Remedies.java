package io.redress.resolution.application;

import reactor.core.publisher.Mono;

/** Whoever carries remedies out: a payment provider, a shop, a warehouse. The same id is the same remedy, and is carried out once. */
public interface Remedies {

    /** Has it carried out. Never an error: what went wrong is an outcome. */
    Mono<RemedyOutcome> execute(RemedyOrder order);

    /** What became of it. Never an error either. */
    Mono<RemedyOutcome> ask(String remedyId);
}
