/** The rules of proposing, choosing, executing and closing, without any technology. */
@NullMarked
package io.redress.resolution.domain;

import org.jspecify.annotations.NullMarked;
