/** Checks: each looks for one thing in a text and reports what it saw; none decides. */
@NullMarked
package org.moderato.check;

import org.jspecify.annotations.NullMarked;
