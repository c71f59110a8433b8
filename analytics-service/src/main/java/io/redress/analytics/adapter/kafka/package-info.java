/** Every event of every stage becomes an entry of its case's journey. */
@NullMarked
package io.redress.analytics.adapter.kafka;

import org.jspecify.annotations.NullMarked;
