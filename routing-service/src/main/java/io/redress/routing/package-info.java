/** The routing service: who is needed for a case and who owns it. */
@NullMarked
package io.redress.routing;

import org.jspecify.annotations.NullMarked;
