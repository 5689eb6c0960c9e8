/**
 * What is common to the pages with state, of account, reviewers and administrators: who may open which, who looks at one, what its frame shows.
 *
 * <p>It does not know what the pages are about.
 */
@NullMarked
package org.gatehouse.console;

import org.jspecify.annotations.NullMarked;
