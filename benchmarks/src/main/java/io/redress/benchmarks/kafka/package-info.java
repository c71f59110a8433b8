/** What the generator reads from the topics and says on them. */
@NullMarked
package io.redress.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
