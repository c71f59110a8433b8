/** Picking values out of answers. */
@NullMarked
package io.redress.benchmarks.http;

import org.jspecify.annotations.NullMarked;
