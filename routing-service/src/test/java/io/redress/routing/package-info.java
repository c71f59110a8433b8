/** Tests of the routing service. */
@NullMarked
package io.redress.routing;

import org.jspecify.annotations.NullMarked;
