/** What routing does about the events of others. */
@NullMarked
package io.redress.routing.adapter.kafka;

import org.jspecify.annotations.NullMarked;
