/** Step 6: the journey of every case, and what is learned from it. */
@NullMarked
package io.redress.analytics;

import org.jspecify.annotations.NullMarked;
