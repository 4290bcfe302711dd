/** The invented newspaper whose article the product shows when nothing else is set up. */
@NullMarked
package org.moderato.demo;

import org.jspecify.annotations.NullMarked;
