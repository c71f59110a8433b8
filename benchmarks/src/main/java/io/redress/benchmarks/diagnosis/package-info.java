/** Holds the diagnosis of complaints against labelled ones. */
@NullMarked
package io.redress.benchmarks.diagnosis;

import org.jspecify.annotations.NullMarked;
