package io.redress.department;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where the departments' charters are.
 *
 * @param charters what each department needs of whoever asks
 */
@ConfigurationProperties("redress.department")
record DepartmentSettings(
        @DefaultValue("classpath:charters.yaml") Resource charters) {}
