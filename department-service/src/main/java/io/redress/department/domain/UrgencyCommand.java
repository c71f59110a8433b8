package io.redress.department.domain;

/** What somebody says about what is urgent. */
public sealed interface UrgencyCommand extends DealingCommand {

    record BeginUrgency() implements UrgencyCommand {}
}
