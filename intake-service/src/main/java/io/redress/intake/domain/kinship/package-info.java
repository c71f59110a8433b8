/** Whether two texts say the same, in any language: shingles, their overlap, and a sketch by which they are found. */
@NullMarked
package io.redress.intake.domain.kinship;

import org.jspecify.annotations.NullMarked;
