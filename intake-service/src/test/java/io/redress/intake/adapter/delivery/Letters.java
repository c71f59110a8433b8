package io.redress.intake.adapter.delivery;

import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.intake.application.Letter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Letters for tests. */
final class Letters {
    static final String CASE = "019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70";
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Letters() {}

    static Letter letter(String mark) {
        return letter(mark, "Ana Țepeș", "ana@example.org", "Reclamația dumneavoastră");
    }

    static Letter letter(String mark, @Nullable String name, @Nullable String address, String subject) {
        return new Letter(
                new CustomerMessageComposed(
                        new CaseId(CASE),
                        CASE + ":proposal:" + mark,
                        "proposal",
                        "C-1",
                        "email",
                        "ro",
                        subject,
                        "Bună ziua,\n.\nVă scriem.\n",
                        "cited",
                        NOW),
                name,
                address);
    }
}
