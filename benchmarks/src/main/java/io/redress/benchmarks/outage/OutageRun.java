package io.redress.benchmarks.outage;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.kafka.Redelivery;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.outage.Written.Seen;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Affects many accounts by one outage, kills the system again and again until all are told, and looks at what has left the house. */
public final class OutageRun {
    private static final int PAGE = 1_000;
    private static final int CONNECTIONS = 8;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Plan plan;
    private final Path jar;
    private final Path data;
    private final PrintStream progress;
    private final String product = "router-" + UUID.randomUUID().toString().substring(0, 8);

    /**
     * What is done.
     *
     * @param accounts that are affected
     * @param complaining how many of them complain, twice each, and as many others complain when all is done
     * @param killEvery time after which a system that serves is killed
     * @param grace how long all of it may take from the approval on
     */
    public record Plan(int accounts, int complaining, Duration killEvery, Duration grace) {}

    /**
     * What came of it.
     *
     * @param kills how often the system was killed
     * @param again records that were delivered a second time
     * @param taken from the approval until the last was told, restarts included
     */
    public record Result(Plan plan, Seen seen, int kills, long again, Duration taken) {

        /** Whether each account has one remedy and one message, in this order, and late complaints heard that it is done. */
        public boolean isGood() {
            return seen.executed() == plan.accounts()
                    && seen.told() == plan.accounts()
                    && seen.twiceExecuted() == 0
                    && seen.twiceTold() == 0
                    && seen.toldBefore() == 0
                    && seen.late() == plan.complaining();
        }
    }

    /** @param progress takes a line for each thing that happens */
    public OutageRun(Plan plan, Path jar, Path data, PrintStream progress) {
        this.plan = plan;
        this.jar = jar;
        this.data = data;
        this.progress = progress;
    }

    /** Runs it. */
    public Result run() throws InterruptedException {
        try (Victim victim = new Victim(jar, data)) {
            victim.start();
            try (StageTopics topics = new StageTopics(victim.kafka());
                    Redelivery redelivery = Redelivery.of(victim.kafka(), topics)) {
                begin(victim);
                long approved = System.nanoTime();
                int kills = killUntilTold(victim, approved);
                Duration taken = Duration.ofNanos(System.nanoTime() - approved);
                complainLate(victim);
                Seen seen = new Written(data).look(Causes.read(victim.kafka(), topics));
                return new Result(plan, seen, kills, redelivery.again(), taken);
            }
        }
    }

    private void begin(Victim victim) {
        try (HttpCaller http = new HttpCaller(victim.baseUrl(), CONNECTIONS)) {
            Decisions people = new Decisions(http, victim.tokens(), product);
            String incident = people.open();
            for (int from = 0; from < plan.accounts(); from += PAGE) {
                people.attach(incident, accounts(from, Math.min(plan.accounts(), from + PAGE)));
            }
            for (String account : accounts(0, plan.complaining())) {
                people.complain(account, "The app crashes all the time since this morning.");
                people.complain(account, "Every second call is dropped, the programme crashes again and again.");
            }
            people.decideRemedy(incident);
            progress.println(plan.accounts() + " accounts are affected; their remedy is approved");
        }
    }

    private int killUntilTold(Victim victim, long approved) throws InterruptedException {
        Written written = new Written(data);
        int kills = 0;
        long up = System.nanoTime();
        while (true) {
            Thread.sleep(LOOK_EVERY);
            boolean done = written.told() >= plan.accounts();
            if (done || System.nanoTime() - approved > plan.grace().toNanos()) {
                return kills;
            }
            if (System.nanoTime() - up > plan.killEvery().toNanos()) {
                victim.kill();
                kills++;
                Seen seen = written.look();
                progress.println("killed: " + seen.executed() + " executed, " + seen.told() + " told");
                victim.start();
                up = System.nanoTime();
            }
        }
    }

    private void complainLate(Victim victim) throws InterruptedException {
        try (HttpCaller http = new HttpCaller(victim.baseUrl(), CONNECTIONS)) {
            Decisions people = new Decisions(http, victim.tokens(), product);
            int most = Math.min(plan.accounts(), 2 * plan.complaining());
            for (String account : accounts(plan.complaining(), most)) {
                people.complain(account, "The app crashes all the time, what do you do about it?");
            }
        }
        long end = System.nanoTime() + plan.grace().toNanos();
        while (new Written(data).look().late() < plan.complaining() && System.nanoTime() < end) {
            Desk.pause(LOOK_EVERY);
        }
        // Whatever would be done twice is done by then.
        Desk.pause(SETTLING);
    }

    private static List<String> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "A-" + n).toList();
    }
}
