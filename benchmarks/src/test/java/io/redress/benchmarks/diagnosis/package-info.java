/** Tests of how well the diagnosis is measured. */
@NullMarked
package io.redress.benchmarks.diagnosis;

import org.jspecify.annotations.NullMarked;
