/** Journeys, surveys and reviews over HTTP, journeys also live. */
@NullMarked
package io.redress.analytics.adapter.http;

import org.jspecify.annotations.NullMarked;
