package org.gatehouse.http;

/** The first part of a path below the public URL; each is a JAX-RS application of its own. */
public enum Root {
    API,
    IDENA,
    OAUTH2,
    OPS,
    SELFKEY,
    WELL_KNOWN
}
