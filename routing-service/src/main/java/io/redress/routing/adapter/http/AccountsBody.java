package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accounts that are affected, a page of them. */
record AccountsBody(@Nullable List<@Nullable String> accounts) implements Checked {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public void check(Checks checks) {
        checks.required("/accounts", accounts);
        if (accounts == null) {
            return;
        }
        checks.that(
                !accounts.isEmpty() && accounts.size() <= Limits.ACCOUNTS,
                "/accounts",
                "Expected 1 to " + Limits.ACCOUNTS + " accounts, but got " + accounts.size() + ".");
        for (int i = 0; i < Math.min(accounts.size(), Limits.ACCOUNTS); i++) {
            checks.required("/accounts/" + i, accounts.get(i))
                    .matches(
                            "/accounts/" + i,
                            accounts.get(i),
                            ACCOUNT,
                            "1 to 64 letters, digits, dots, hyphens, underscores");
        }
    }

    /** Only for a checked body. */
    List<String> all() {
        return Objects.requireNonNull(accounts).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
