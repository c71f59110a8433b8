/** How requests are found and how their events leave. */
@NullMarked
package io.redress.department.application;

import org.jspecify.annotations.NullMarked;
