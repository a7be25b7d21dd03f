/** Rules about admission policies, those of previews and any others. */
@NullMarked
package dev.mayfly.lint.rule.admission;

import org.jspecify.annotations.NullMarked;
