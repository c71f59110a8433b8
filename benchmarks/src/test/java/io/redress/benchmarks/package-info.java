/** The command line. */
@NullMarked
package io.redress.benchmarks;

import org.jspecify.annotations.NullMarked;
