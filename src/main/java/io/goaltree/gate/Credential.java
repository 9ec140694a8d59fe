package io.goaltree.gate;

/**
 * What a caller shows to be known: the secret of an Authorization header, or of connection_init on a socket.
 *
 * @param scheme Bearer or Basic
 * @param secret the bearer token, or the password of Basic; its user name says nothing
 */
record Credential(Scheme scheme, String secret) {
    enum Scheme {
        BEARER,
        BASIC
    }

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return scheme + " ***";
    }
}
