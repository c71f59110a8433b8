/** Steps 1 and 2, identify and respond: a complaint is understood and answered at once. */
@NullMarked
package io.redress.intake;

import org.jspecify.annotations.NullMarked;
