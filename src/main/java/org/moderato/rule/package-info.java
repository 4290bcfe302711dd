/** Rule files: reading, checking, testing and weighing. */
@NullMarked
package org.moderato.rule;

import org.jspecify.annotations.NullMarked;
