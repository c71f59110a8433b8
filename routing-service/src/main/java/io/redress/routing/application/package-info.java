/** Routing's cases for the chassis, its declared rules, and what may be seen of a case. */
@NullMarked
package io.redress.routing.application;

import org.jspecify.annotations.NullMarked;
