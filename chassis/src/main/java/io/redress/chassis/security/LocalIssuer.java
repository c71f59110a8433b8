package io.redress.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Issues tokens from a key of its own, for tests and for trying things out on one machine. <b>Not for production</b>:
 * whoever can read the key file can be anybody.
 */
public final class LocalIssuer {
    private static final String ISSUER = "urn:redress:local-issuer";
    private static final String AUDIENCE = "redress";

    private final ECKey key;
    private final InstantSource clock;

    private LocalIssuer(ECKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** With a key that is gone with the process. */
    public static LocalIssuer inMemory(InstantSource clock) {
        return new LocalIssuer(newKey(), clock);
    }

    /**
     * With the key in {@code file}, which is made on first use, readable by its owner only.
     *
     * @throws UncheckedIOException if the file can neither be read nor made
     * @throws IllegalArgumentException if it holds something else
     */
    public static LocalIssuer in(Path file, InstantSource clock) {
        try {
            return new LocalIssuer(Files.exists(file) ? read(file) : create(file), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read or make the key file " + file, e);
        }
    }

    /**
     * A signed token.
     *
     * @param roles for the claim {@code roles}, literally
     * @param validity from now; positive
     */
    public String token(String subject, List<String> roles, Duration validity) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Expected to sign with our own key", e);
        }
        return token.serialize();
    }

    /** Accepts exactly the tokens of this issuer; good to share among services in one process. */
    public ReactiveJwtDecoder decoder() {
        ECKey publicKey = key.toPublicJWK();
        return TokenChecks.decoder(TokenChecks.only(publicKey), ISSUER, AUDIENCE, clock);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Expected the platform to make a P-256 key", e);
        }
    }

    private static ECKey read(Path file) throws IOException {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Expected the key of the local issuer in " + file, e);
        }
    }

    /** Written aside and moved, so that nobody reads half a key; the first of two who make it wins. */
    private static ECKey create(Path file) throws IOException {
        ECKey key = newKey();
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(
                directory,
                "issuer",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, key.toJSONString());
            Files.createLink(file, draft);
            return key;
        } catch (FileAlreadyExistsException another) {
            return read(file);
        } finally {
            Files.delete(draft);
        }
    }
}
