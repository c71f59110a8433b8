/** When work arrives, how long it took and what went wrong: the parts of any load generator. */
@NullMarked
package io.redress.benchmarks.load;

import org.jspecify.annotations.NullMarked;
