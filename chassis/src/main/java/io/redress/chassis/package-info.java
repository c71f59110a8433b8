/** What every service stands on; import {@link io.redress.chassis.ChassisConfiguration}. Knows no complaint. */
@NullMarked
package io.redress.chassis;

import org.jspecify.annotations.NullMarked;
