/** Settings: one immutable record, read once, with every mistake reported together. */
@NullMarked
package org.moderato.config;

import org.jspecify.annotations.NullMarked;
