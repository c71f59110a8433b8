/** One outage, everybody affected, and a system that is killed again and again meanwhile. */
@NullMarked
package io.redress.benchmarks.outage;

import org.jspecify.annotations.NullMarked;
