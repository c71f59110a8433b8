/** What callers may say is checked here without a server. */
@NullMarked
package io.redress.resolution.adapter.http;

import org.jspecify.annotations.NullMarked;
