package io.redress.department.domain;

/** What somebody says about what is offered and agreed about dates. */
public sealed interface NegotiationCommand extends DealingCommand {

    record BeginNegotiation() implements NegotiationCommand {}
}
