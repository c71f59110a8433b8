/** Working time: pure rules about hours, days and zones, which the rules of every service may use. */
@NullMarked
package io.redress.chassis.time.work;

import org.jspecify.annotations.NullMarked;
