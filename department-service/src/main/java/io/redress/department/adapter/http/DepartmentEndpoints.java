package io.redress.department.adapter.http;

import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.security.AccessRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** What the department service serves, and to whom. */
@Configuration(proxyBeanMethods = false)
@Import({
    LiveWorklists.class,
    WorklistEndpoint.class,
    RequestEndpoint.class,
    CharterEndpoint.class,
    CharterVersionsEndpoint.class,
    CooperationEndpoint.class,
    AdditionEndpoint.class,
    MessageEndpoint.class,
    RequestFormatEndpoint.class,
    NegotiationEndpoint.class,
    PreviewEndpoint.class,
    DateEndpoint.class,
    UrgencyEndpoint.class,
    DeliveryEndpoint.class,
    ServiceEndpoint.class,
    ThanksEndpoint.class,
    CommitmentEndpoint.class,
    CommitmentsEndpoint.class,
    AskEndpoint.class
})
@EnableConfigurationProperties({UrgencyCauses.class, DeliveryTerms.class, LiveTerms.class})
public class DepartmentEndpoints {
    private static final String CASE = "/api/v1/cases/{id}";
    private static final String REQUEST = "/api/v1/departments/{code}/requests/{requestId}";

    /** Whoever knows something may say it, whether or not it is theirs (R68). */
    private static final String[] STAFF = {"department:*", "consultant", "supervisor"};

    private static final String[] STAFF_AND_AUDITORS = {"department:*", "consultant", "supervisor", "auditor"};

    @Bean
    AccessRules accessRules() {
        return negotiation(rules());
    }

    /** Both sides of a request speak about its date; whoever may ask may know before what it would mean. */
    private static AccessRules negotiation(AccessRules rules) {
        String[] sides = {"department:*", "department-system", "consultant", "supervisor"};
        String offers = REQUEST + "/offers";
        return rules.allow(HttpMethod.POST, "/api/v1/departments/{code}/requests:preview", STAFF)
                .allow(
                        HttpMethod.GET,
                        REQUEST + "/negotiation",
                        "department:*",
                        "department-system",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, offers, sides)
                .allow(HttpMethod.POST, offers + "/{offerId}:accept", sides)
                .allow(HttpMethod.POST, offers + "/{offerId}:decline", sides);
    }

    private static AccessRules rules() {
        return AccessRules.denyAll()
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(HttpMethod.GET, "/api/v1/departments/{code}/worklist", "department:*", "supervisor", "auditor")
                .allow(HttpMethod.GET, ServiceEndpoint.ADDRESS, "department:*", "supervisor", "auditor")
                .allow(HttpMethod.GET, CharterEndpoint.ADDRESS)
                .allow(HttpMethod.PUT, CharterEndpoint.ADDRESS, "department:*", "supervisor")
                .allow(HttpMethod.GET, CharterVersionsEndpoint.ADDRESS, STAFF_AND_AUDITORS)
                .allow(HttpMethod.POST, CharterVersionsEndpoint.ONE + ":agree", "department:*")
                .allow(HttpMethod.GET, CharterVersionsEndpoint.ONE, STAFF_AND_AUDITORS)
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/worklist/load",
                        "department:*",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.GET, REQUEST, "department:*", "supervisor", "auditor")
                .allow(HttpMethod.POST, REQUEST + "/replies", "department:*", "department-system")
                .allow(HttpMethod.POST, REQUEST + "/deviations", "department:*", "department-system")
                .allow(HttpMethod.POST, REQUEST + "/estimate", "department:*", "department-system")
                .allow(HttpMethod.POST, REQUEST + ":urge", STAFF)
                .allow(HttpMethod.POST, REQUEST + ":judge-urgency", "department:*", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/urgency",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.GET, "/api/v1/urgency/exemptions", "supervisor", "auditor")
                .allow(HttpMethod.POST, REQUEST + ":send-back", STAFF)
                .allow(HttpMethod.POST, REQUEST + ":rate", STAFF)
                .allow(HttpMethod.POST, REQUEST + ":thank", STAFF)
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/deliveries",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/thanks",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/departments/{code}/requests", "department:*", "consultant")
                .allow(HttpMethod.GET, CASE + "/cooperation", "department:*", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.POST, CASE + "/questions/{questionId}/answer", "department:*", "consultant")
                .allow(HttpMethod.POST, CASE + "/contributions", STAFF)
                .allow(HttpMethod.POST, CASE + "/evidence", STAFF)
                .allow(HttpMethod.POST, CASE + "/informal-questions", STAFF)
                .allow(HttpMethod.POST, CASE + "/informal-questions/{questionId}/answer", STAFF)
                // Departments without a system of their own.
                .allow(HttpMethod.POST, "/api/v1/departments/{code}/messages", "department:*", "department-system")
                .allow(HttpMethod.POST, "/api/v1/departments/{code}/request-fields", STAFF)
                // What is promised.
                .allow(HttpMethod.POST, REQUEST + "/commitments", "department:*", "department-system")
                .allow(HttpMethod.POST, REQUEST + "/commitments:check", "department:*", "department-system")
                .allow(
                        HttpMethod.POST,
                        REQUEST + "/commitments/{commitmentId}:correct",
                        "department:*",
                        "department-system")
                .allow(HttpMethod.GET, CASE + "/commitments", "department:*", "consultant", "supervisor", "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/commitments:summary",
                        "department:*",
                        "supervisor",
                        "auditor");
    }
}
