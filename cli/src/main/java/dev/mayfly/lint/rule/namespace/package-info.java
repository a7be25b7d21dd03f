/** Rules about the namespaces of previews and what bounds them. */
@NullMarked
package dev.mayfly.lint.rule.namespace;

import org.jspecify.annotations.NullMarked;
