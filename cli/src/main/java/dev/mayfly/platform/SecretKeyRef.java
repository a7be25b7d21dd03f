package dev.mayfly.platform;

/** A key in an external store, read through a SecretStore or ClusterSecretStore. */
public record SecretKeyRef(StoreRef store, String key) {}
