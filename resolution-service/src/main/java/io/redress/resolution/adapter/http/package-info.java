/** Resolution over HTTP: reading it, choosing, closing. */
@NullMarked
package io.redress.resolution.adapter.http;

import org.jspecify.annotations.NullMarked;
