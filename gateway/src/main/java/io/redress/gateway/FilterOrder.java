package io.redress.gateway;

/** In which order a request passes what stands at the door. Spring Security is at -100. */
final class FilterOrder {
    static final int ADMIT = -130;
    static final int STRANGERS = -120;
    static final int CALLERS = -90;
    static final int DOOR = -80;

    private FilterOrder() {}
}
