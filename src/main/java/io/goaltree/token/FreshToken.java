package io.goaltree.token;

/** A token that was made just now, with the secret that nobody can be told again. */
record FreshToken(ApiToken token, Secret secret) {}
