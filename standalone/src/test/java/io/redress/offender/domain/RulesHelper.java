package io.redress.offender.domain;

import java.time.Instant;
import org.springframework.util.StringUtils;

/** Breaks the purity of rules and has a name that says nothing. */
public final class RulesHelper {
    public Instant when(String text) {
        return StringUtils.hasText(text) ? Instant.now() : Instant.EPOCH;
    }
}
