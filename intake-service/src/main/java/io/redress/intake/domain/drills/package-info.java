/** Trains consultants with difficult customers who are not real (R142), and says afterwards how it went (R143). */
@NullMarked
package io.redress.intake.domain.drills;

import org.jspecify.annotations.NullMarked;
