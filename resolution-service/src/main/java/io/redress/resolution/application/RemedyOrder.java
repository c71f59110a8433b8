package io.redress.resolution.application;

import io.redress.contracts.Remedy;

/**
 * What is to leave the house, once.
 *
 * @param remedyId the same for the same remedy whatever crashes in between; the provider's idempotency key
 * @param account the company's own customer number
 * @param because what it is for: a case and step, or an incident
 */
public record RemedyOrder(String remedyId, String account, Remedy remedy, String because) {}
