/** What {@code java -jar moderato.war} runs: classes of the JDK only, at the root of the war. */
@NullMarked
package org.moderato.launch;

import org.jspecify.annotations.NullMarked;
