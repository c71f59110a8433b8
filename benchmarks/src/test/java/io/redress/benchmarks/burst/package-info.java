/** A burst against a stub, and its arithmetic. */
@NullMarked
package io.redress.benchmarks.burst;

import org.jspecify.annotations.NullMarked;
