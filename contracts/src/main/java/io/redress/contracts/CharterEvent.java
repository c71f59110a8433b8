package io.redress.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What departments publish about asking them for something (R74, R78-R81), on topic {@link Topics#CHARTERS}. The key of a
 * record is the code of the department, so all versions of a charter are in order.
 */
public sealed interface CharterEvent extends CaseEvent {
    /** Whose charter it is; also the record's key. */
    DepartmentCode department();

    /** It happens in no case; a UUID that is made of the department stands in for one. */
    @Override
    default CaseId caseId() {
        byte[] key = ("charter:" + department()).getBytes(StandardCharsets.UTF_8);
        return new CaseId(UUID.nameUUIDFromBytes(key).toString());
    }

    /**
     * A department has published its charter anew. Of all versions whose time has come the last one is in force. What was
     * asked before goes on under the version under which it was asked.
     *
     * @param version counts the versions of this department, from 1
     * @param validFrom when it comes into force
     * @param by who published it; absent where a file did
     */
    @WireName("redress.charters.charter-published.v1")
    record CharterPublished(
            DepartmentCode department,
            int version,
            Instant validFrom,
            PublishedCharter charter,
            @Nullable String by,
            Instant publishedAt)
            implements CharterEvent {
        public CharterPublished {
            Bounds.optionalText("a name in by", by, Limits.NAME);
        }
    }

    /**
     * Another department holds itself to this version, too (R74).
     *
     * @param with the department that agrees
     * @param by who said so for it
     */
    @WireName("redress.charters.charter-agreed.v1")
    record CharterAgreed(DepartmentCode department, int version, DepartmentCode with, String by, Instant agreedAt)
            implements CharterEvent {
        public CharterAgreed {
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
