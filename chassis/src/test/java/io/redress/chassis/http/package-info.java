/** Tests of what services speak over HTTP. */
@NullMarked
package io.redress.chassis.http;

import org.jspecify.annotations.NullMarked;
