/**
 * Whose site this is: logo, colours, name and legal links of the deployment, and of single clients where their people sign in; and texts in further
 * languages. All of it stands in one folder, is read once when the application starts, and is checked then: what is wrong stops the start.
 *
 * <p>Nothing of the folder reaches a page as it is: colours are read and written anew, links are https, and a logo is a picture that cannot run anything.
 * Which client a page is for, and what it says, is for the rooms that make it.
 */
@NullMarked
package org.gatehouse.brand;

import org.jspecify.annotations.NullMarked;
