/**
 * What every HTTP endpoint shares: the JAX-RS applications by URL root, JSON in and out, cookies, the public URL, and who may call.
 *
 * <p>A caller is found by a {@link org.gatehouse.http.CallerSource} of another room; the roles an endpoint declares are held here, in the
 * same way on every server ({@code docs/adr/001-who-may-call.md}). This room knows no feature.
 */
@NullMarked
package org.gatehouse.http;

import org.jspecify.annotations.NullMarked;
