/** The service as its callers see it. */
@NullMarked
package io.redress.resolution;

import org.jspecify.annotations.NullMarked;
