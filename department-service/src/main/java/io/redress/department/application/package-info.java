/** The department service's cases for the chassis, and what may be seen of a request. */
@NullMarked
package io.redress.department.application;

import org.jspecify.annotations.NullMarked;
