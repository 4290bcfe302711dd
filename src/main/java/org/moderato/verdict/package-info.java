/** Verdicts, the judges that give them, and the verdict cache. */
@NullMarked
package org.moderato.verdict;

import org.jspecify.annotations.NullMarked;
