/**
 * Files with an owner: stored encrypted, each under a key of its own that is sealed under the master key, and read by their owner alone. A file belongs to
 * nothing at first; one that nobody claims is erased. Where there is a virus scanner, nobody opens what it has not seen. This room does not know what a file
 * is for.
 */
@NullMarked
package org.gatehouse.file;

import org.jspecify.annotations.NullMarked;
