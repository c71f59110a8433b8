package io.redress.routing.domain.bursts;

import java.time.Instant;

/**
 * More similar complaints than usual.
 *
 * @param since the start of the window that shows it best
 * @param seenAt when it was noticed
 * @param count complaints since then
 * @param usual how many would have been usual
 * @param score minus the decimal logarithm of the chance that so many come by chance
 */
public record Burst(Signature signature, Instant since, Instant seenAt, int count, double usual, double score) {}
