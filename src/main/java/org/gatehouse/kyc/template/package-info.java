/**
 * Templates: what an application of a kind must contain, in versions that never change, from JSON files and from administrators; as wallets read them, and as a JSON
 * Schema. Who applies, and what becomes of it, is not known here.
 */
@NullMarked
package org.gatehouse.kyc.template;

import org.jspecify.annotations.NullMarked;
