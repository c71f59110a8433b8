package io.redress.chassis.store;

import java.util.List;

/**
 * Some cases in the order of an index.
 *
 * @param next cursor for what follows, empty when nothing does; a page is full unless it is the last
 */
public record Page(List<StoredCase> cases, String next) {}
