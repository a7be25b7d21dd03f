/** How problems and findings are shown: to people and to other programs. Decides nothing. */
@NullMarked
package dev.mayfly.report;

import org.jspecify.annotations.NullMarked;
