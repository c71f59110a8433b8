/** How journeys are kept, counted and shown. */
@NullMarked
package io.redress.analytics.application;

import org.jspecify.annotations.NullMarked;
