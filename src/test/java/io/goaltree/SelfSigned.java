package io.goaltree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that the JDK's keytool made for this run. */
public final class SelfSigned {
    private static final String PASSWORD = "only-for-tests";
    private static final String PLACE = "test.key-store";
    private static final Path STORE = once();

    private SelfSigned() {}

    /** What the service is told to speak TLS with it. */
    public static Map<String, String> settings() {
        return Map.of(
                "quarkus.tls.key-store.p12.path",
                STORE.toString(),
                "quarkus.tls.key-store.p12.password",
                PASSWORD,
                "quarkus.http.test-ssl-port",
                "0");
    }

    /** What a client needs to trust it, and nothing else. */
    public static SSLContext trusted() {
        try (InputStream in = Files.newInputStream(STORE)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("goaltree", own.getCertificate("goaltree"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Profiles are asked by one class loader and tests run in another: the place is kept where both look. */
    private static Path once() {
        synchronized (System.getProperties()) {
            String place = System.getProperty(PLACE);
            Path store = place == null ? made() : Path.of(place);
            System.setProperty(PLACE, store.toString());
            return store;
        }
    }

    private static Path made() {
        try {
            Path store = Files.createTempDirectory("goaltree-tls").resolve("store.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "goaltree",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
            store.toFile().deleteOnExit();
            store.getParent().toFile().deleteOnExit();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
