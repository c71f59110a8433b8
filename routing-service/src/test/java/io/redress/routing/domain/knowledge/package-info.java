/** How a complaint is recognised as a known problem. */
@NullMarked
package io.redress.routing.domain.knowledge;

import org.jspecify.annotations.NullMarked;
