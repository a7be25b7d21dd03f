/** Rules about CloudNativePG objects and the storage behind them. */
@NullMarked
package dev.mayfly.lint.rule.database;

import org.jspecify.annotations.NullMarked;
