/** Use cases over several cases, on the embedded store. */
@NullMarked
package io.redress.intake.application;

import org.jspecify.annotations.NullMarked;
