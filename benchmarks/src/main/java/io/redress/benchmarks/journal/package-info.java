/** What the system answered, written down while it answered, so that it can be held to it later. */
@NullMarked
package io.redress.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
