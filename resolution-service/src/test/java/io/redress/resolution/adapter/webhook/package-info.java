/** Providers of remedies as they are: slow, forgetful, repeating themselves. */
@NullMarked
package io.redress.resolution.adapter.webhook;

import org.jspecify.annotations.NullMarked;
