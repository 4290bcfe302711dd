/** Endpoints for other software. */
@NullMarked
package org.moderato.api;

import org.jspecify.annotations.NullMarked;
