/**
 * A client beside the product, which lets a visitor see cases in every step: it files sample complaints over REST, plays
 * the departments' own systems on Kafka and the customers over REST. Nothing in a service knows of it.
 */
@NullMarked
package io.redress.standalone.demo;

import org.jspecify.annotations.NullMarked;
