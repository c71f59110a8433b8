/** Reads from the customer's own words what the problem underneath may be, with rules that are data. */
@NullMarked
package io.redress.intake.domain.diagnosis;

import org.jspecify.annotations.NullMarked;
