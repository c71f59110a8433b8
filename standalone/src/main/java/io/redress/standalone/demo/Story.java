package io.redress.standalone.demo;

/** How far the demo lets a case come, so that a visitor finds one in every step; and what departments do about it. */
enum Story {
    /** The department does not answer: the case waits in step 3. */
    DEPARTMENT_IS_SILENT,
    /** The customer does not choose: it waits in step 4. */
    CUSTOMER_THINKS,
    /** The chosen solution is not carried out yet: it waits in step 5. */
    EXECUTION_TAKES_TIME,
    /** Closed, and its review is still to come: step 6. */
    REVIEW_IS_OPEN,
    /** The department says that it is another one's, and that one takes it over. */
    DECLINED,
    /** Somebody waits for somebody who waits for somebody. */
    WAIT_CHAIN,
    /** Two departments wait for each other, until somebody above decides. */
    WAIT_CIRCLE,
    /** People of two departments and a consultant ask, negotiate, promise and thank each other. */
    INTERNAL_SERVICE,
    /** One of many who complain about the same: it is put right for all at once. */
    OUTAGE,
    /** A proposal passes a gate at the second try, and the customer chooses between two options. */
    CLEARED_FIRST,
    /** A step of what was chosen cannot be done: what was done is undone, and the customer chooses again. */
    PLAN_FAILS,
    /** A department says in time that it will be late. */
    HONEST_DELAY,
    /** Everybody affected receives the same before anybody is asked; the cause is still to be found. */
    REMEDIED_FIRST,
    /** All the way, with a review. */
    FINISHED;

    /** Spreads the stories over the samples; every second one is told to its end. */
    static Story of(int number) {
        return switch (number) {
            case 8 -> DECLINED;
            case 11 -> INTERNAL_SERVICE;
            case 13 -> PLAN_FAILS;
            case 15 -> CLEARED_FIRST;
            case 18 -> WAIT_CHAIN;
            case 24 -> WAIT_CIRCLE;
            case 26 -> HONEST_DELAY;
            default -> byTurns(number);
        };
    }

    private static Story byTurns(int number) {
        return switch (number % 8) {
            case 1 -> DEPARTMENT_IS_SILENT;
            case 3 -> CUSTOMER_THINKS;
            case 5 -> EXECUTION_TAKES_TIME;
            case 7 -> REVIEW_IS_OPEN;
            default -> FINISHED;
        };
    }

    boolean isToldToTheEnd() {
        return switch (this) {
            case FINISHED,
                    DECLINED,
                    WAIT_CHAIN,
                    WAIT_CIRCLE,
                    INTERNAL_SERVICE,
                    CLEARED_FIRST,
                    PLAN_FAILS,
                    HONEST_DELAY -> true;
            case DEPARTMENT_IS_SILENT, CUSTOMER_THINKS, EXECUTION_TAKES_TIME, REVIEW_IS_OPEN, OUTAGE, REMEDIED_FIRST ->
                false;
        };
    }

    /** Whether the customer takes the first option that there is; else a scene plays the choice, or there is none. */
    boolean takesTheFirst() {
        return this != CUSTOMER_THINKS && this != CLEARED_FIRST && this != PLAN_FAILS;
    }
}
