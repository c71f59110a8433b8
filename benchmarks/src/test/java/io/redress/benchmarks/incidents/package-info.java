/** Tests of the replays. */
@NullMarked
package io.redress.benchmarks.incidents;

import org.jspecify.annotations.NullMarked;
