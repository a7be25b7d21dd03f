@NullMarked
package dev.mayfly.report;

import org.jspecify.annotations.NullMarked;
