package io.redress.resolution.application;

import io.redress.contracts.Remedy;
import java.time.Instant;

/**
 * What is to leave the house, once. Ordered again, it is the same to the last character.
 *
 * @param remedyId the same for the same remedy whatever crashes in between; the provider's idempotency key
 * @param account the company's own customer number
 * @param because what it is for: a case and step, or an incident
 * @param orderedAt when it was ordered first, however often it is ordered
 * @param doubtful whether an earlier order may have arrived, so that a refusal of this one says nothing about the remedy
 */
public record RemedyOrder(
        String remedyId, String account, Remedy remedy, String because, Instant orderedAt, boolean doubtful) {}
