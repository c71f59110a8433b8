/** Shows that a played organisation behaves as its plan says, and the same each time. */
@NullMarked
package io.redress.benchmarks.organisation;

import org.jspecify.annotations.NullMarked;
