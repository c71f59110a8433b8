/** The declared options as they are shipped. */
@NullMarked
package io.redress.resolution.adapter.catalogue;

import org.jspecify.annotations.NullMarked;
