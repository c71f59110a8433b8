/** How journeys are kept and shown. */
@NullMarked
package io.redress.analytics.application;

import org.jspecify.annotations.NullMarked;
