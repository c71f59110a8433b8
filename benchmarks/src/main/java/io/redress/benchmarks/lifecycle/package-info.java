/** A frontline app, the systems of the departments, a customer and a supervisor, taking complaints through all six steps. */
@NullMarked
package io.redress.benchmarks.lifecycle;

import org.jspecify.annotations.NullMarked;
