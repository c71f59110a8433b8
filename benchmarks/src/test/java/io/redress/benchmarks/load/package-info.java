/** The clock of the generator, in virtual time. */
@NullMarked
package io.redress.benchmarks.load;

import org.jspecify.annotations.NullMarked;
