/** Tests of how things are said. */
@NullMarked
package io.redress.intake.domain.listening;

import org.jspecify.annotations.NullMarked;
