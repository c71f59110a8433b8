/** Tests of what holds resolutions and the world together. */
@NullMarked
package io.redress.resolution.application;

import org.jspecify.annotations.NullMarked;
