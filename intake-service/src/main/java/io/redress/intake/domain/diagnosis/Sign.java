package io.redress.intake.domain.diagnosis;

/** What a phrase that was found in a complaint stands for. */
sealed interface Sign permits Rule, Sign.Feeling, Sign.Courtesy {

    /** A word that shows the customer's mood, {@code strength} from -1 (furious) to 1 (content). */
    record Feeling(double strength) implements Sign {}

    /** Words that everybody says ("good morning"); whatever else they look like, they mean nothing. */
    record Courtesy() implements Sign {}
}
