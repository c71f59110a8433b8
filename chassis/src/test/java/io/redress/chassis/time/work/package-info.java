/** Tests of working time. */
@NullMarked
package io.redress.chassis.time.work;

import org.jspecify.annotations.NullMarked;
