/**
 * A comment's text in the views that checks read, each mapped back to the reader's own characters.
 */
@NullMarked
package org.moderato.text;

import org.jspecify.annotations.NullMarked;
