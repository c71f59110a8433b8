/** Notices when more similar complaints come than usual. */
@NullMarked
package io.redress.routing.domain.bursts;

import org.jspecify.annotations.NullMarked;
