package io.redress.standalone.demo;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the case in which departments serve each other: what people of two departments and a consultant do over REST. */
final class InternalService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InternalService.class);
    private static final DepartmentCode SUPPLIER = new DepartmentCode("legal-compliance");

    private final Rest rest;
    private final Telling telling;
    private final Consumer<RequestRaised> answers;
    private volatile @Nullable Thread playing;
    private volatile boolean closed;

    /** @param answers lets the department's own system answer a request */
    InternalService(Rest rest, Telling telling, Consumer<RequestRaised> answers) {
        this.rest = rest;
        this.telling = telling;
        this.answers = answers;
    }

    /** Whether people see to this request, and no system. */
    boolean takes(RequestRaised request, Story story) {
        if (story != Story.INTERNAL_SERVICE || request.kind() == RequestKind.EXECUTION) {
            return false;
        }
        boolean leads = request.kind() == RequestKind.SOLUTION && request.parent() == null;
        if (leads) {
            playing = Thread.ofVirtual().name("demo-internal-service").start(() -> play(request));
        }
        return leads || request.department().equals(SUPPLIER);
    }

    private void play(RequestRaised own) {
        try {
            new SupplierAndClient(new Scene(rest, telling, own, SUPPLIER.value(), new AtomicInteger()))
                    .play(() -> answers.accept(own));
        } catch (InterruptedException stopped) {
            // The demo is over.
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("How departments serve each other is not told to its end", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = playing;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
