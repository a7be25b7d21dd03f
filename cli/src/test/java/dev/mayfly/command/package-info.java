@NullMarked
package dev.mayfly.command;

import org.jspecify.annotations.NullMarked;
