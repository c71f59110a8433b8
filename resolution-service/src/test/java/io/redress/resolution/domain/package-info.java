/** The rules of a resolution, read aloud. */
@NullMarked
package io.redress.resolution.domain;

import org.jspecify.annotations.NullMarked;
