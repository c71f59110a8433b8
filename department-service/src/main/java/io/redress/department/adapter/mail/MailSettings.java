package io.redress.department.adapter.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests leave as mail for departments that want them so.
 *
 * @param from whose address the departments answer to
 * @param folder from which a mail program takes them; below the store's folder where nothing is said
 * @param lookEvery how often to look for what is to be sent
 */
@ConfigurationProperties("redress.department.mail")
public record MailSettings(
        @DefaultValue("redress@redress.example") String from,
        @Nullable Path folder,
        @DefaultValue("1s") Duration lookEvery) {}
