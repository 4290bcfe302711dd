/** Comments, verdicts, decisions and people in a database. */
@NullMarked
package org.moderato.store;

import org.jspecify.annotations.NullMarked;
