package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.contracts.IncidentEvent;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Organisation;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the whole organisation is in a crisis, as it was a moment ago; no complaint is to wait for finding out. */
public final class CrisisWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final Duration every;
    private final Thread thread;
    private volatile boolean lasts;
    private volatile boolean closed;

    public CrisisWatch(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, Duration every) {
        this.lanes = lanes;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("intake-crisis").start(this::run);
    }

    /** Whether there is one. */
    public boolean lasts() {
        return lasts;
    }

    private void run() {
        while (!closed) {
            try {
                lanes.read(IncidentEvent.OfOrganisation.KEY.value())
                        .blockOptional(PATIENCE)
                        .ifPresent(view -> lasts = view.state() instanceof Organisation(var inCrisis) && inCrisis);
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Looking for a crisis will be tried again: {}", e.toString());
                }
            }
            LockSupport.parkNanos(every.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
