/** What the department service does about requests raised and replies of department systems. */
@NullMarked
package io.redress.department.adapter.kafka;

import org.jspecify.annotations.NullMarked;
