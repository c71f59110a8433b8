package io.redress.routing.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.bursts.Burst;
import java.util.Locale;
import java.util.UUID;

/**
 * The names of the documents beside the cases. What stands before a colon tells kinds apart; what follows is the key of
 * the records that the document's events become.
 */
public final class IncidentDocuments {
    /** Counts all complaints. */
    public static final String COUNTING = "bursts";

    /** Whether there is a crisis of the whole organisation. */
    public static final String CRISIS = "crisis:" + IncidentEvent.OfOrganisation.KEY;

    private static final String ACCOUNTS = "accounts.";
    private static final int SHARES_BY = 8;

    private IncidentDocuments() {}

    /** An incident's. */
    public static String of(IncidentId id) {
        return "incident:" + id;
    }

    /** What says whether a case belongs to an incident. */
    public static String membershipOf(CaseId caseId) {
        return "member:" + caseId;
    }

    /** One share of an incident's accounts. */
    public static String accountsOf(IncidentId id, String share) {
        return ACCOUNTS + share + ":" + id;
    }

    /** The share that an account belongs into: two letters, the same for the same account at any time. */
    public static String shareOf(String account) {
        int hash = account.hashCode();
        int mixed = Math.floorMod(hash ^ hash >>> 16, SHARES_BY * SHARES_BY);
        return "" + (char) ('a' + mixed / SHARES_BY) + (char) ('a' + mixed % SHARES_BY);
    }

    /** The stream of a document's events: each share of accounts has one of its own, since all have the same key. */
    public static String streamOf(String document) {
        return document.startsWith(ACCOUNTS) ? document.substring(0, document.indexOf(':')) : "incidents";
    }

    /** The incident that a burst becomes: however often it is noticed, the same. */
    static IncidentId idOf(Burst burst) {
        String name = burst.signature().key() + '@' + burst.since();
        return new IncidentId(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().toLowerCase(Locale.ROOT));
    }
}
