/** Measurements of single functions. */
@NullMarked
package io.redress.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
