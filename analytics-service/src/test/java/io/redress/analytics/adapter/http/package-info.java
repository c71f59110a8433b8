/** Live journeys, without a server. */
@NullMarked
package io.redress.analytics.adapter.http;

import org.jspecify.annotations.NullMarked;
