/** Rules about Gateway API routes and how previews are exposed. */
@NullMarked
package dev.mayfly.lint.rule.route;

import org.jspecify.annotations.NullMarked;
