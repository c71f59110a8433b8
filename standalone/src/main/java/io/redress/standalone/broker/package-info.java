/** The Kafka broker: a process of its own, because one that meets a full disk ends its process. */
@NullMarked
package io.redress.standalone.broker;

import org.jspecify.annotations.NullMarked;
