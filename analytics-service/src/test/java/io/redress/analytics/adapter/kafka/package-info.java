/** What becomes of the events of the others. */
@NullMarked
package io.redress.analytics.adapter.kafka;

import org.jspecify.annotations.NullMarked;
