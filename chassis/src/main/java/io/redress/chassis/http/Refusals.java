package io.redress.chassis.http;

import io.redress.chassis.lanes.Overloaded;
import io.redress.chassis.lanes.UnknownCursor;
import io.redress.chassis.store.StoreUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Which refusal follows from what was thrown; null where it is a failure of ours. */
final class Refusals {
    static final int MAX_BODY_BYTES = 256 * 1024;
    private static final Duration SOON = Duration.ofSeconds(2);

    private Refusals() {}

    static @Nullable Refusal of(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case Overloaded overloaded -> Refusal.tooMany(overloaded.getMessage() + ".", SOON);
            case UnknownCursor cursor ->
                Refusal.unreadable(
                        cursor.getMessage() + ".",
                        new Reason("/cursor", "Expected a cursor as a former page gave it."));
            case StoreUnavailable _ -> Refusal.unavailable("Our store does not answer. Please send it again.", SOON);
            case AuthenticationServiceException _ ->
                Refusal.unavailable("Tokens cannot be checked at the moment. Please send it again.", SOON);
            case TimeoutException _ -> Refusal.unavailable("It took too long. Please send it again.", SOON);
            case DataBufferLimitException _ -> Refusal.tooLarge(MAX_BODY_BYTES);
            case MethodNotAllowedException method ->
                Refusal.methodNotAllowed(method.getHttpMethod(), names(method.getSupportedMethods()));
            case ServerWebInputException input -> input(input);
            case ResponseStatusException status -> status(status);
            default -> null;
        };
    }

    /** A malformed name in the path is a thing that does not exist; anything else there is unreadable. */
    private static Refusal input(ServerWebInputException thrown) {
        MethodParameter parameter = thrown.getMethodParameter();
        boolean mismatch = thrown.getCause() instanceof TypeMismatchException;
        if (parameter != null && mismatch && parameter.hasParameterAnnotation(PathVariable.class)) {
            return Refusal.notFound();
        }
        if (thrown.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        return parameter == null || !mismatch
                ? Refusal.unreadable("Expected a readable request: " + thrown.getReason() + ".")
                : Refusal.unreadable("Expected " + FieldTypes.words(parameter.getParameterType()) + " in the parameter "
                        + parameter.getParameterName() + ".");
    }

    private static @Nullable Refusal status(ResponseStatusException thrown) {
        int status = thrown.getStatusCode().value();
        return switch (status) {
            case 401 -> Refusal.unauthenticated();
            case 403 -> Refusal.forbidden();
            case 404 -> Refusal.notFound();
            case 413 -> Refusal.tooLarge(MAX_BODY_BYTES);
            case 415 -> Refusal.unsupportedMediaType("application/json");
            case 503 -> Refusal.unavailable("Please send it again.", SOON);
            case 504 -> Refusal.timedOut("Something we asked did not answer in time.");
            default ->
                status < 500
                        ? Refusal.of(status, "refused", "Refused", "Expected another request: HTTP " + status + ".")
                        : null;
        };
    }

    private static String names(Collection<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
