package io.redress.department.domain;

/** What somebody says about what is not kept. */
public sealed interface DeviationCommand extends DealingCommand {

    record BeginDeviation() implements DeviationCommand {}
}
