package dev.mayfly.lint;

import java.util.Optional;

/**
 * Where the files of a run come from.
 *
 * @param whole whether they are all that their repository has, named from its top
 * @param origin the address that it was cloned from; it may hold a password and is never shown
 */
public record Checkout(boolean whole, Optional<String> origin) {
  /** Files that are all there is, of a repository that nobody named. */
  public static final Checkout NAMELESS = new Checkout(true, Optional.empty());

  /** Some files of a repository: that another is not among them says nothing. */
  public static final Checkout PART = new Checkout(false, Optional.empty());
}
