/** What resolution does about the events of the others. */
@NullMarked
package io.redress.resolution.adapter.kafka;

import org.jspecify.annotations.NullMarked;
