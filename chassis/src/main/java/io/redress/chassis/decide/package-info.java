/** Rules as pure functions: what a decider is and what it answers. */
@NullMarked
package io.redress.chassis.decide;

import org.jspecify.annotations.NullMarked;
