package io.redress.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name an event has on the wire, as CloudEvents {@code type}. Written out, so that renaming a class never renames
 * what other teams have subscribed to.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {
    /** For example {@code redress.routing.case-routed.v1}. */
    String value();
}
