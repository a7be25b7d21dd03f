/** Tests of deliveries below the command line. */
@NullMarked
package dev.mayfly.delivery;

import org.jspecify.annotations.NullMarked;
