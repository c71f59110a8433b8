/** What tests of every module share. */
@NullMarked
package io.redress.chassis.testing;

import org.jspecify.annotations.NullMarked;
