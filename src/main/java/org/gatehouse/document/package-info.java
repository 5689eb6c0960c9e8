/**
 * Files and attributes as wallets send them to a root endpoint: documents are stored as they come, and given back to their person alone; attributes are read, and what
 * their files are is written into them. What a document is for is not known here.
 */
@NullMarked
package org.gatehouse.document;

import org.jspecify.annotations.NullMarked;
