/**
 * What people share with clients: identity attributes, by the types of SelfKey's schemas. Values are checked against our own copies of the schemas, never
 * against one that a client sends, and stored per account and client, sealed under the master key. This room knows no protocol: whoever brings
 * attributes has them checked and stored here.
 */
@NullMarked
package org.gatehouse.attribute;

import org.jspecify.annotations.NullMarked;
