/** Who is needed for a case, who is asked for what, and who is asked next when a department declines. */
@NullMarked
package io.redress.routing.domain;

import org.jspecify.annotations.NullMarked;
