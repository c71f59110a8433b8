package io.redress.department;

import io.redress.chassis.kafka.TellOutsiders;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Topics;
import io.redress.department.adapter.kafka.RefusedReply;
import io.redress.department.adapter.kafka.TellDepartmentSystems;
import io.redress.department.adapter.mail.MailFolder;
import io.redress.department.adapter.mail.MailSettings;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.PostRequests;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How departments take part that work in a system of their own, or in none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class ConnectConfiguration {

    /** Whether a department wants its requests as mail. */
    static Predicate<DepartmentCode> byMail(Charters charters) {
        return department -> charters.of(department).forms().address() != null;
    }

    @Bean
    PostRequests postRequests(
            DepartmentCases cases,
            Charters charters,
            MailSettings settings,
            @Value("${redress.store.folder:./data/stores}") Path stores) {
        Path folder = Objects.requireNonNullElse(settings.folder(), stores.resolve("department-mail"));
        return new PostRequests(
                cases, new MailFolder(folder, settings.from(), charters), byMail(charters), settings.lookEvery());
    }

    @Bean
    TopicPlan refusals() {
        return new TopicPlan(List.of(Topics.DEPARTMENT_REFUSALS));
    }

    @Bean
    TellOutsiders tellDepartmentSystems(
            Charters charters,
            InstantSource clock,
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes) {
        return new TellDepartmentSystems(new RefusedReply(charters, clock), lanes);
    }
}
