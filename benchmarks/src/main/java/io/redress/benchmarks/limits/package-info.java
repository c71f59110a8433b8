/** What this machine can do at best: the figures to compare a run with. */
@NullMarked
package io.redress.benchmarks.limits;

import org.jspecify.annotations.NullMarked;
