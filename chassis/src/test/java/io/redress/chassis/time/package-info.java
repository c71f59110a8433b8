/** Tests of working time. */
@NullMarked
package io.redress.chassis.time;

import org.jspecify.annotations.NullMarked;
