/**
 * A relying party's own user system, as {@code docs/selfkey.md} shows it: challenge and reply are Gatehouse's, people and their data are here. It knows who
 * calls by Gatehouse's wallet tokens. Nothing of Gatehouse is in here.
 */
@NullMarked
package org.gatehouse.rpums;

import org.jspecify.annotations.NullMarked;
