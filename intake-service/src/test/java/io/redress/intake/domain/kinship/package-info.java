/** Texts that say the same are told from texts that do not. */
@NullMarked
package io.redress.intake.domain.kinship;

import org.jspecify.annotations.NullMarked;
