/** One outage that very many customers tell of within minutes, and whether each of their cases finds its incident. */
@NullMarked
package io.redress.benchmarks.burst;

import org.jspecify.annotations.NullMarked;
