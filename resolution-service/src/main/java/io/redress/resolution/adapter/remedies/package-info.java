/** Whoever carries remedies out. */
@NullMarked
package io.redress.resolution.adapter.remedies;

import org.jspecify.annotations.NullMarked;
