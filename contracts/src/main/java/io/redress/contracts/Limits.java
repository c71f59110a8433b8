package io.redress.contracts;

import java.util.regex.Pattern;

/** How long the texts inside events and replies may be, in characters (Unicode code points), and how many there may be. */
public final class Limits {
    /** A complaint, in the customer's own words. */
    public static final int COMPLAINT = 20_000;
    /** What a customer adds when closing or rating, and what a reviewer writes. */
    public static final int WORDS = 4_000;
    /** What a department found out. */
    public static final int FINDINGS = 8_000;
    /** A note on progress, a reason, a disadvantage, a piece of evidence. */
    public static final int NOTE = 2_000;
    /** The value of a claim. */
    public static final int CLAIM_VALUE = 1_000;
    /** A title that the customer reads. */
    public static final int TITLE = 300;
    /** The id or name of a person, a system, a reply. */
    public static final int NAME = 200;
    /** A kind or key: one or a few words for programs. */
    public static final int KEY = 100;
    /** Claims in one answer. */
    public static final int CLAIMS = 50;
    /** Option ideas in one answer. */
    public static final int OPTIONS = 20;
    /** Steps of one option. */
    public static final int STEPS = 20;
    /** Steps of all options of one answer together. */
    public static final int ANSWER_STEPS = 40;
    /** What a step does, and what undoes it. */
    public static final int ACTION = 500;
    /** Resources that one option needs. */
    public static final int RESERVES = 10;
    /** Contributions that one answer cites. */
    public static final int CITATIONS = 20;
    /** Fields that say a request in the form of the department asked. */
    public static final int FIELDS = 30;
    /** The value of such a field. */
    public static final int FIELD = 200;
    /** Natures, aliases, places where it was seen, other problems: short lists about a known problem. */
    public static final int KNOWN = 20;
    /** Attachments of one complaint. */
    public static final int ATTACHMENTS = 20;
    /** The address of an attachment. */
    public static final int ADDRESS = 2_000;
    /** Working days until an option is carried out: ten years. */
    public static final int DAYS = 3_650;

    /** How much of something was promised or delivered. */
    public static final Pattern QUANTITY = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    /** Requests of a queue that are looked at; what comes after them is only said to be further behind. */
    public static final int QUEUE = 1_000;
    /** Displaced requests that are named in one event. */
    public static final int DISPLACED = 20;

    /** Departments of which one may be named in a reply. */
    public static final int DEPARTMENTS = 200;

    /** What is named as still open when a case could not close. */
    public static final int OPEN_ENDS = 50;

    /** Accounts in one event. */
    public static final int ACCOUNTS = 1_000;

    private Limits() {}
}
