package io.redress.department.domain;

/** What somebody says about what was delivered. */
public sealed interface DeliveryCommand extends DealingCommand {

    record BeginDelivery() implements DeliveryCommand {}
}
