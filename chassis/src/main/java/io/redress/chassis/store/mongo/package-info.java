/** Cases in MongoDB: one document per case, for everything that outgrows one machine. */
@NullMarked
package io.redress.chassis.store.mongo;

import org.jspecify.annotations.NullMarked;
