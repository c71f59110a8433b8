/** Tests of what counts as more than usual. */
@NullMarked
package io.redress.routing.domain.bursts;

import org.jspecify.annotations.NullMarked;
