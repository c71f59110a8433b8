/** Hears how something is said, beside what it is about. */
@NullMarked
package io.redress.intake.domain.listening;

import org.jspecify.annotations.NullMarked;
