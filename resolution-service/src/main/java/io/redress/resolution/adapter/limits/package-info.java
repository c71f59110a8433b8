/** Reads the value limits from their file. */
@NullMarked
package io.redress.resolution.adapter.limits;

import org.jspecify.annotations.NullMarked;
