package io.redress.intake.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import org.jspecify.annotations.Nullable;

/** What intake knows of a case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface IntakeState {

    /** Nobody has complained under this id. */
    record Unfiled() implements IntakeState {}

    /**
     * A complaint, what it seems to be about, and how far it is.
     *
     * @param conversation what was said after the complaint
     * @param kinship which other cases say the same
     * @param deliveries how far each message is on its way to the customer
     */
    record Filed(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Progress progress,
            Conversation conversation,
            Kinship kinship,
            Deliveries deliveries)
            implements IntakeState {

        /** What an earlier version did not write yet is empty. */
        public Filed(
                Complaint complaint,
                ComplaintDiagnosed diagnosis,
                Progress progress,
                @Nullable Conversation conversation,
                @Nullable Kinship kinship,
                @Nullable Deliveries deliveries) {
            this.complaint = complaint;
            this.diagnosis = diagnosis;
            this.progress = progress;
            this.conversation = conversation == null ? Conversation.BEFORE : conversation;
            this.kinship = kinship == null ? Kinship.NONE : kinship;
            this.deliveries = deliveries == null ? Deliveries.NONE : deliveries;
        }

        static Filed of(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) {
            return new Filed(complaint, diagnosis, progress, Conversation.NONE, Kinship.NONE, Deliveries.NONE);
        }

        Filed with(ComplaintDiagnosed revised) {
            return new Filed(complaint, revised, progress, conversation, kinship, deliveries);
        }

        Filed with(Progress next) {
            return new Filed(complaint, diagnosis, next, conversation, kinship, deliveries);
        }

        Filed with(Conversation next) {
            return new Filed(complaint, diagnosis, progress, next, kinship, deliveries);
        }

        Filed with(Kinship next) {
            return new Filed(complaint, diagnosis, progress, conversation, next, deliveries);
        }

        Filed with(Deliveries next) {
            return new Filed(complaint, diagnosis, progress, conversation, kinship, next);
        }
    }
}
