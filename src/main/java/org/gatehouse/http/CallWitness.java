package org.gatehouse.http;

/** Is told of each call that needs one of the roles {@link Caller#STAFF}, done or refused. A room that keeps a record of them offers a bean of this type. */
public interface CallWitness {
    /**
     * A signed-in person called.
     *
     * @param caller who
     * @param method the HTTP method
     * @param path the path below the root, as it was sent: without the query
     * @param status the status of the answer
     */
    void saw(Caller caller, String method, String path, int status);
}
