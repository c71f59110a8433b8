/** Remedies by webhook: whoever carries them out is a system with an address of its own. */
@NullMarked
package io.redress.resolution.adapter.webhook;

import org.jspecify.annotations.NullMarked;
