/** What is known about a comment apart from its text. */
@NullMarked
package org.moderato.facts;

import org.jspecify.annotations.NullMarked;
