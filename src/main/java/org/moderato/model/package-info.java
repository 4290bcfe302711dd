/** OpenNLP models: features, training, evaluation and model cards. */
@NullMarked
package org.moderato.model;

import org.jspecify.annotations.NullMarked;
