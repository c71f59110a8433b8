/** Replays streams of complaints through the detector of mass problems. */
@NullMarked
package io.redress.benchmarks.incidents;

import org.jspecify.annotations.NullMarked;
