/** The desk: pages for moderators. */
@NullMarked
package org.moderato.admin;

import org.jspecify.annotations.NullMarked;
