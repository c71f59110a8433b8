package io.redress.chassis.security;

import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The decoder in use, a bean of its own type so that an application's own decoder stays the only one of its type. */
record TokenDecoder(ReactiveJwtDecoder decoder) {}
