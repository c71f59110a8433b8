package io.redress.standalone.demo;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the cases in which people propose, clear, choose and carry out over REST. */
final class Settlement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode MANUFACTURING = new DepartmentCode("manufacturing");

    private final Rest rest;
    private final Telling telling;
    private final Consumer<RequestRaised> answers;
    private final Map<CaseId, Stage> stages = new ConcurrentHashMap<>();
    private final Set<Thread> playing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param answers lets the department's own system answer a request */
    Settlement(Rest rest, Telling telling, Consumer<RequestRaised> answers) {
        this.rest = rest;
        this.telling = telling;
        this.answers = answers;
    }

    /** Whether people see to this request, and no system. */
    boolean takes(RequestRaised request, Story story) {
        if (!isForPeople(request, story)) {
            return false;
        }
        Stage stage = stages.get(request.caseId());
        if (stage == null) {
            if (request.kind() != RequestKind.SOLUTION) {
                // It began before a restart; whoever plays it does not remember.
                return false;
            }
            stage = new Stage(rest, telling, request.caseId(), new LinkedBlockingQueue<>(), new AtomicInteger());
            stages.put(request.caseId(), stage);
            begin(stage, story);
        }
        stage.asked().add(request);
        return true;
    }

    private static boolean isForPeople(RequestRaised request, Story story) {
        DepartmentCode department = request.department();
        String step = request.stepId();
        return switch (story) {
            case CLEARED_FIRST -> department.equals(LEGAL) && request.kind() != RequestKind.EXECUTION;
            case PLAN_FAILS ->
                department.equals(LOGISTICS)
                        && (step == null ? request.kind() == RequestKind.SOLUTION : step.startsWith(PlanScene.STEPS));
            case HONEST_DELAY ->
                request.kind() == RequestKind.EXECUTION
                        || department.equals(MANUFACTURING) && request.kind() == RequestKind.SOLUTION;
            default -> false;
        };
    }

    private void begin(Stage stage, Story story) {
        playing.add(Thread.ofVirtual().name("demo-settlement").start(() -> play(stage, story)));
    }

    private void play(Stage stage, Story story) {
        try {
            switch (story) {
                case CLEARED_FIRST -> new ClearanceScene(stage).play();
                case PLAN_FAILS -> new PlanScene(stage).play();
                default -> new DelayScene(stage).play(answers);
            }
        } catch (InterruptedException stopped) {
            // The demo is over.
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("What becomes of a proposal is not told to its end", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        playing.forEach(Thread::interrupt);
    }
}
