/** Reads the declared options from their file. */
@NullMarked
package io.redress.resolution.adapter.catalogue;

import org.jspecify.annotations.NullMarked;
