/**
 * YAML as this program reads and writes it: a strict reader with positions and budgets, one
 * canonical writer, a binder for records. The only package that knows a YAML or JSON library.
 */
@NullMarked
package dev.mayfly.yaml;

import org.jspecify.annotations.NullMarked;
