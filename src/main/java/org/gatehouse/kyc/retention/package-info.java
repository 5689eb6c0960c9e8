/**
 * How long applications are kept: what nobody goes on with is canceled, and what its template does not keep any longer is erased. What people have erased, and
 * what of it has to stay; what they get of their applications; and which clients have to stay for theirs. How an application is decided is not known here.
 */
@NullMarked
package org.gatehouse.kyc.retention;

import org.jspecify.annotations.NullMarked;
