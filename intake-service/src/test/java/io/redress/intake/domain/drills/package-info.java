/** Drills as rules. */
@NullMarked
package io.redress.intake.domain.drills;

import org.jspecify.annotations.NullMarked;
