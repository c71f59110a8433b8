/** The declared rules as they ship, and how cases leave for the topics. */
@NullMarked
package io.redress.routing.application;

import org.jspecify.annotations.NullMarked;
