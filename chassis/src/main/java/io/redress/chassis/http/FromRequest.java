package io.redress.chassis.http;

import java.util.function.Function;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives an endpoint a parameter that is read from the request by its type.
 *
 * @param type the parameter's type
 * @param read reads it, or throws a {@link Refusal}
 */
record FromRequest<T>(Class<T> type, Function<ServerWebExchange, T> read) implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return read.apply(exchange);
    }
}
