/** Whether the topics and the services hold what they promised. */
@NullMarked
package io.redress.benchmarks.check;

import org.jspecify.annotations.NullMarked;
