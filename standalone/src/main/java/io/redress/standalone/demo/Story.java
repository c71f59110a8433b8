package io.redress.standalone.demo;

/** How far the demo lets a case come, so that a visitor finds one in every step. */
enum Story {
    /** The department does not answer: the case waits in step 3. */
    DEPARTMENT_IS_SILENT,
    /** The customer does not choose: it waits in step 4. */
    CUSTOMER_THINKS,
    /** The chosen solution is not carried out yet: it waits in step 5. */
    EXECUTION_TAKES_TIME,
    /** Closed, and its review is still to come: step 6. */
    REVIEW_IS_OPEN,
    /** All the way, with a review. */
    FINISHED;

    /** Spreads the stories over the samples; every second one is told to its end. */
    static Story of(int number) {
        return switch (number % 8) {
            case 1 -> DEPARTMENT_IS_SILENT;
            case 3 -> CUSTOMER_THINKS;
            case 5 -> EXECUTION_TAKES_TIME;
            case 7 -> REVIEW_IS_OPEN;
            default -> FINISHED;
        };
    }
}
