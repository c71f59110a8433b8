package io.redress.resolution.domain;

/** What is said about an order that has become impossible, beside the cases that it concerns. */
public sealed interface OrderCommand extends DocumentCommand {

    /** It cannot be fulfilled as it was. */
    record DeclareImpossible(ImpossibleOrder order) implements OrderCommand {}

    /** So many open promises rest on it. */
    record CountPromises(int of) implements OrderCommand {}

    /**
     * Another page of promises is dealt with.
     *
     * @param from where the walk stood
     * @param to where it stands now; empty at the end
     * @param looked how many cases were on the page
     * @param told in how many of them there was something to tell
     */
    record WalkOn(String from, String to, int looked, int told) implements OrderCommand {}
}
