/** Batches of commands and events become one read, one fold per case and one write. */
@NullMarked
package io.redress.chassis.lanes;

import org.jspecify.annotations.NullMarked;
