package io.redress.chassis.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads a public key, RSA or EC P-256, from a PEM file. */
final class PublicKeyFile {
    private PublicKeyFile() {}

    /**
     * The key in {@code file}.
     *
     * @throws IllegalArgumentException if it holds no such key
     */
    static JWK read(Path file) {
        byte[] encoded = decode(file);
        try {
            return rsa(encoded);
        } catch (GeneralSecurityException notRsa) {
            return ec(encoded, file);
        }
    }

    private static byte[] decode(Path file) {
        try {
            String pem = Files.readString(file);
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            return Base64.getDecoder().decode(base64);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a readable key file at " + file, e);
        } catch (IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static JWK rsa(byte[] encoded) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new RSAKey.Builder((RSAPublicKey) key).build();
    }

    private static JWK ec(byte[] encoded, Path file) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static IllegalArgumentException notAKey(Path file, Exception cause) {
        return new IllegalArgumentException(
                "Expected a PEM file with a PUBLIC KEY, RSA or EC P-256, at " + file + ", but could not read one",
                cause);
    }
}
