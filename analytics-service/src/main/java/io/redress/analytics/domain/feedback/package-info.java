/** What a case says about the products, and what product management is told of it. */
@NullMarked
package io.redress.analytics.domain.feedback;

import org.jspecify.annotations.NullMarked;
