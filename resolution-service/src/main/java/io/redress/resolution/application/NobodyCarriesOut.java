package io.redress.resolution.application;

import reactor.core.publisher.Mono;

/** Where nobody is set who carries remedies out, they wait and are lost by nothing. */
public final class NobodyCarriesOut implements Remedies {

    @Override
    public Mono<RemedyOutcome> execute(RemedyOrder order) {
        return Mono.just(new RemedyOutcome.NeverOrdered());
    }

    @Override
    public Mono<RemedyOutcome> ask(String remedyId) {
        return Mono.just(new RemedyOutcome.Unknown("Nobody is set who could be asked."));
    }
}
