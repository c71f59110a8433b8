package io.redress.chassis.testing;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says which behaviours of {@code docs/behaviours.md} a test shows. */
@Target({TYPE, METHOD})
@Retention(RUNTIME)
public @interface Behaviour {

    /** The numbers, as in {@code "R31"}. */
    String[] value();
}
