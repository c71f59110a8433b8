/** Plays an organisation of departments against the real rules of routing and departments, in time of its own. */
@NullMarked
package io.redress.benchmarks.organisation;

import org.jspecify.annotations.NullMarked;
