/** The rules of service levels, shown. */
@NullMarked
package io.redress.analytics.domain.levels;

import org.jspecify.annotations.NullMarked;
