/** Remedies that are written down leave once, whatever crashes. */
@NullMarked
package io.redress.resolution.adapter.remedies;

import org.jspecify.annotations.NullMarked;
