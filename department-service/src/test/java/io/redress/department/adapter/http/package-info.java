/** What clients of the department service are told, without a server. */
@NullMarked
package io.redress.department.adapter.http;

import org.jspecify.annotations.NullMarked;
