/** How departments serve each other, beside what becomes of the customers for whom they do it (R73, R140). */
@NullMarked
package io.redress.analytics.domain.levels;

import org.jspecify.annotations.NullMarked;
