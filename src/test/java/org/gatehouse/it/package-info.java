/**
 * What a person, a wallet, an application and a stranger see from outside, over HTTP, on a real server with a real database. Topics are interfaces
 * with tests; a class deploys once and takes them all, since a deployment costs half a minute.
 */
@NullMarked
package org.gatehouse.it;

import org.jspecify.annotations.NullMarked;
