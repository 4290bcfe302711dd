/** The servlet filter that takes comments off the wire and answers in the caller's dialect. */
@NullMarked
package org.moderato.capture;

import org.jspecify.annotations.NullMarked;
