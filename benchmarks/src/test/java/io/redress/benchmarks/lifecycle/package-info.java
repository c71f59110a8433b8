/** A lifecycle against a small stand-in of the system. */
@NullMarked
package io.redress.benchmarks.lifecycle;

import org.jspecify.annotations.NullMarked;
