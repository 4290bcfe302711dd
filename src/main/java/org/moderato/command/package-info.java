/** The command line: serve, score, train and evaluate. */
@NullMarked
package org.moderato.command;

import org.jspecify.annotations.NullMarked;
