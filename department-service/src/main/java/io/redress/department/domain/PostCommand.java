package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What the department service is told about requests that leave as mail. */
public sealed interface PostCommand extends DealingCommand {

    /** The mail is where the mail program takes it from. */
    record NotePosted(RequestId requestId) implements PostCommand {}
}
