/**
 * The platform: what an admin wrote in {@code mayfly.yaml}, read strictly, with every combination
 * that cannot work or is not safe refused, and the names that follow from it.
 */
@NullMarked
package dev.mayfly.platform;

import org.jspecify.annotations.NullMarked;
