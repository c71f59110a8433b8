/** Which cases everybody may see, and how long they stay without a public answer (R55). */
@NullMarked
package io.redress.analytics.domain.exposure;

import org.jspecify.annotations.NullMarked;
