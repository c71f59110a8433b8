/** Where cases are kept: one narrow, batch-first port. */
@NullMarked
package io.redress.chassis.store;

import org.jspecify.annotations.NullMarked;
