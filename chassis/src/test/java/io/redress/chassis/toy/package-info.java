/** A toy service, so that the chassis is tested without a complaint: a purse that coins are put into. */
@NullMarked
package io.redress.chassis.toy;

import org.jspecify.annotations.NullMarked;
