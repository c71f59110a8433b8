/** Deadlines, working time, and time that tests can move. */
@NullMarked
package io.redress.chassis.time;

import org.jspecify.annotations.NullMarked;
