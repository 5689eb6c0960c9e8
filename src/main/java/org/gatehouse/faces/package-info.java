/**
 * Jakarta Faces on our terms, for the pages with state (account, console): what a page remembers travels sealed in the page itself, so that any node goes on with
 * it, also after a restart, and no servlet session is made; scripts carry a nonce, so that the policy needs no {@code unsafe-inline}; addresses begin with the public
 * URL's path; who may open a page is asked before Faces begins.
 *
 * <p>It does not know what a page is about.
 */
@NullMarked
package org.gatehouse.faces;

import org.jspecify.annotations.NullMarked;
