package io.redress.benchmarks.burst;

import io.redress.benchmarks.lifecycle.Complaints;

/** Complaints about one outage with others evenly between them; each customer complains once. */
public final class Mix {
    private static final String REGION = "north";

    private final double others;
    private final String product;
    private final Complaints outage;
    private final Complaints everythingElse;

    /**
     * @param run a mark that no other run has
     * @param others the share of complaints about something else, 0 to below 1
     */
    public Mix(String run, double others) {
        if (!(others >= 0 && others < 1)) {
            throw new IllegalArgumentException("Expected a share of others from 0 to below 1, but got " + others);
        }
        this.others = others;
        this.product = "router " + run;
        this.outage = Complaints.ofOutage(run, product, REGION);
        this.everythingElse = new Complaints(run + "-else");
    }

    /** What the outage is about. */
    String product() {
        return product;
    }

    /** Complaint {@code number} of both kinds, from 0. */
    Complaint complaint(long number) {
        long before = othersBefore(number);
        boolean isOther = othersBefore(number + 1) > before;
        Complaints kind = isOther ? everythingElse : outage;
        long ofItsKind = isOther ? before : number - before;
        return new Complaint(!isOther, kind.key(ofItsKind), kind.body(ofItsKind));
    }

    private long othersBefore(long number) {
        return (long) (number * others);
    }

    /** @param key the client's own */
    record Complaint(boolean isAboutTheOutage, String key, String body) {}
}
