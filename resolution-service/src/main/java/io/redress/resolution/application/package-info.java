/** What the chassis must know about a resolution. */
@NullMarked
package io.redress.resolution.application;

import org.jspecify.annotations.NullMarked;
