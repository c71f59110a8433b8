/** The rules for replies, tested pure. */
@NullMarked
package io.redress.department.domain;

import org.jspecify.annotations.NullMarked;
