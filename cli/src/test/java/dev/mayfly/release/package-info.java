/** What a release brings along, and that the files that describe it agree. */
@org.jspecify.annotations.NullMarked
package dev.mayfly.release;
