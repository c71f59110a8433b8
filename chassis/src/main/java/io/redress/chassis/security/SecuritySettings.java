package io.redress.chassis.security;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are checked. Either {@code jwkSetUri} or {@code publicKeyFile} names the keys, unless the application
 * brings a decoder of its own.
 *
 * @param jwkSetUri where the issuer publishes its keys
 * @param publicKeyFile a PEM file with the issuer's public key, RSA or EC P-256
 * @param issuer what the claim {@code iss} must be
 * @param audience what the claim {@code aud} must contain
 */
@ConfigurationProperties("redress.security")
public record SecuritySettings(
        @Nullable URI jwkSetUri,
        @Nullable Path publicKeyFile,
        @DefaultValue("https://redress.example/") String issuer,
        @DefaultValue("redress") String audience) {}
