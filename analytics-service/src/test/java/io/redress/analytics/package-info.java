/** The service as its callers see it. */
@NullMarked
package io.redress.analytics;

import org.jspecify.annotations.NullMarked;
