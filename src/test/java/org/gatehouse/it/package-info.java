/**
 * What a person, a wallet, an application and a stranger see from outside, over HTTP, on a real server with a real database. Topics are interfaces
 * with tests; a class deploys once and takes them all, since a deployment costs half a minute.
 *
 * <p>{@link org.gatehouse.it.TestBed} prepares what a server needs. Of the product only values are used here: what cannot be seen from outside is for
 * unit tests.
 */
@NullMarked
package org.gatehouse.it;

import org.jspecify.annotations.NullMarked;
