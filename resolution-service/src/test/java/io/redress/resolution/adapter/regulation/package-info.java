/** Tests of this package. */
@NullMarked
package io.redress.resolution.adapter.regulation;

import org.jspecify.annotations.NullMarked;
