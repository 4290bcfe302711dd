/** A submission in, a verdict out, recorded; the one place that catches failures. */
@NullMarked
package org.moderato.intake;

import org.jspecify.annotations.NullMarked;
