/** What a site sent: a comment, who wrote it, and under which page. */
@NullMarked
package org.moderato.comment;

import org.jspecify.annotations.NullMarked;
