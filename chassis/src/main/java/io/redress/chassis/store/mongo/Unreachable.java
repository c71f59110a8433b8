package io.redress.chassis.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import io.redress.chassis.store.StoreUnavailable;
import java.util.List;

/** Tells a store that is out from one that says no. */
final class Unreachable {
    private static final String RETRYABLE = "RetryableWriteError";

    /** The client exceptions are time-outs of selection and pool, cleared pools, and a failing authentication. */
    private static final List<Class<? extends MongoException>> OUT = List.of(
            MongoClientException.class,
            MongoSocketException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            MongoServerUnavailableException.class,
            MongoInterruptedException.class,
            MongoWriteConcernException.class,
            MongoExecutionTimeoutException.class);

    private Unreachable() {}

    /** {@link StoreUnavailable} where the driver could not reach a primary or does not know what became of a write. */
    static Throwable asUnavailable(Throwable error) {
        return error instanceof MongoException mongo && isOut(mongo)
                ? new StoreUnavailable("Expected a store that answers, but it did not: " + mongo.getMessage(), mongo)
                : error;
    }

    private static boolean isOut(MongoException error) {
        if (error instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() != null;
        }
        return error.hasErrorLabel(RETRYABLE) || OUT.stream().anyMatch(type -> type.isInstance(error));
    }
}
