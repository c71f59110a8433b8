package io.redress.intake.domain.diagnosis;

/** What a phrase that was found in a complaint stands for. */
sealed interface Sign permits Rule, Sign.Feeling, Sign.Courtesy, Sign.Stake {

    /** A word that shows the customer's mood, {@code strength} from -1 (furious) to 1 (content). */
    record Feeling(double strength) implements Sign {}

    /** Words that show what is at stake, beside what the complaint is about. */
    record Stake(Kind kind) implements Sign {
        enum Kind {
            /** Health, homes, many people. */
            CRITICAL,
            /** The law, much money, a date that cannot wait. */
            HIGH,
            /** Others are hit by the same. */
            EVERYBODY,
            /** Something that many share does not work. */
            BREAKDOWN
        }
    }

    /** Words that everybody says ("good morning"); whatever else they look like, they mean nothing. */
    record Courtesy() implements Sign {}
}
