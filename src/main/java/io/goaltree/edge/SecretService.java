package io.goaltree.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys the service makes for itself at first use and shares with its replicas through the database. */
@ApplicationScoped
public class SecretService {
    private static final int KEY_BYTES = 32;

    private final EntityManager entities;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    SecretService(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public byte[] secret(String name) {
        byte[] secret = known.get(name);
        if (secret == null) {
            secret = load(name);
            known.put(name, secret);
        }
        return secret;
    }

    private byte[] load(String name) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        entities.createNativeQuery("""
                        insert into service_secret (name, value) values (:name, :value) on conflict (name) do nothing
                        """)
                .setParameter("name", name)
                .setParameter("value", fresh)
                .executeUpdate();
        return (byte[]) entities.createNativeQuery("select value from service_secret where name = :name", byte[].class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
