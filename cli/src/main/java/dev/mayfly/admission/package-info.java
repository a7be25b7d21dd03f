/** May this pull request have a preview? One gate for each reason, every reason named. */
@NullMarked
package dev.mayfly.admission;

import org.jspecify.annotations.NullMarked;
