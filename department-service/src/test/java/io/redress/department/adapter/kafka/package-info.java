/** What department systems may say on their topic, and what not. */
@NullMarked
package io.redress.department.adapter.kafka;

import org.jspecify.annotations.NullMarked;
