/** What the law wants to be done by when, as declared in data: regimes, their clocks, and who decides disputes. */
@NullMarked
package io.redress.resolution.domain.regulation;

import org.jspecify.annotations.NullMarked;
