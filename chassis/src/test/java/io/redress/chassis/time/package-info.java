/** Tests of time. */
@NullMarked
package io.redress.chassis.time;

import org.jspecify.annotations.NullMarked;
