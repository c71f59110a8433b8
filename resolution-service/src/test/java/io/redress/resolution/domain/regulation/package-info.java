/** Tests of this package. */
@NullMarked
package io.redress.resolution.domain.regulation;

import org.jspecify.annotations.NullMarked;
