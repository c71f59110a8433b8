package io.redress.contracts;

import java.util.List;

/** The topics, one per stage. The key of a record is the case id, unless the topic says another one. */
public final class Topics {
    public static final String COMPLAINTS = "redress.complaints.v1";
    public static final String CUSTOMER_MESSAGES = "redress.customer-messages.v1";
    public static final String ROUTING = "redress.routing.v1";
    /** Problems that are known whether anybody has complained or not; the key of a record is the id of the problem. */
    public static final String KNOWLEDGE = "redress.knowledge.v1";
    /** Mass problems and crises; the key of a record is what it is about: an incident, a case, the organisation. */
    public static final String INCIDENTS = "redress.incidents.v1";

    /** How departments want to be asked; the key of a record is the code of the department. */
    public static final String CHARTERS = "redress.charters.v1";

    public static final String DEPARTMENTS = "redress.departments.v1";
    /** Where department systems answer; written by others, so everything on it is untrusted. */
    public static final String DEPARTMENT_REPLIES = "redress.department-replies.v1";

    public static final String RESOLUTIONS = "redress.resolutions.v1";
    public static final String REVIEWS = "redress.reviews.v1";
    /** What complaints say about the products, without saying who complained. */
    public static final String FEEDBACK = "redress.feedback.v1";

    private Topics() {}

    /** The topic on which a department's own systems find the requests made to it. */
    public static String requestsOf(DepartmentCode department) {
        return "redress.requests." + department.value() + ".v1";
    }

    /** Every topic that exists whatever departments are registered. */
    public static List<String> fixed() {
        return List.of(
                COMPLAINTS,
                CUSTOMER_MESSAGES,
                ROUTING,
                KNOWLEDGE,
                INCIDENTS,
                CHARTERS,
                DEPARTMENTS,
                DEPARTMENT_REPLIES,
                RESOLUTIONS,
                REVIEWS,
                FEEDBACK);
    }
}
