package org.gatehouse.it;

/** Tests about one thing, against a Gatehouse that runs. */
interface Topic {
    /** The Gatehouse under test. */
    GatehouseSystem gatehouse();
}
