/** What product management is told, and what not. */
@NullMarked
package io.redress.analytics.domain.feedback;

import org.jspecify.annotations.NullMarked;
