/** What intake does about the events of others. */
@NullMarked
package io.redress.intake.adapter.kafka;

import org.jspecify.annotations.NullMarked;
