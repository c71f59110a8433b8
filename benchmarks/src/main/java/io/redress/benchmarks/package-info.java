/** The commands that measure a running Redress and check what it left behind. */
@NullMarked
package io.redress.benchmarks;

import org.jspecify.annotations.NullMarked;
