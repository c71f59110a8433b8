package io.redress.department;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where the departments' charters are, and how old a look at all of a department's work may be.
 *
 * @param charters what each department needs of whoever asks
 * @param rememberFor how long what is usual in a department, and what it has to do, is taken for unchanged
 * @param lookEvery how often to look for whom something must be told
 */
@ConfigurationProperties("redress.department")
record DepartmentSettings(
        @DefaultValue("classpath:charters.yaml") Resource charters,
        @DefaultValue("2s") Duration rememberFor,
        @DefaultValue("1s") Duration lookEvery) {}
