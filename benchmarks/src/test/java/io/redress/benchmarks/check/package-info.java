/** The checker against streams that were damaged by hand. */
@NullMarked
package io.redress.benchmarks.check;

import org.jspecify.annotations.NullMarked;
