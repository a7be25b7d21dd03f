package dev.mayfly.adopt;

import dev.mayfly.platform.PlaceSyntaxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The branches that an expression of a filter names, where it does no more than name them.
 *
 * @param branches names, in which a star stands for anything but a slash
 * @param whole whether the expression has to match the whole name
 */
record BranchMatch(List<String> branches, boolean whole) {
  private static final Pattern LIST =
      Pattern.compile("(\\^?)(?:\\((?:\\?:)?)?([A-Za-z0-9._/|\\\\*+-]+)\\)?(\\$?)");
  private static final char ANYTHING = '\0';

  /** Empty for an expression that says more than a list of names with {@code .*} in them. */
  static Optional<BranchMatch> of(String expression) {
    Matcher list = LIST.matcher(expression);
    if (!list.matches()) {
      return Optional.empty();
    }
    List<String> branches = new ArrayList<>();
    for (String name : list.group(2).split("\\|", -1)) {
      // A dot alone stands for any character; in the name of a branch it is meant as itself.
      String literal =
          name.replaceAll("(?<!\\\\)\\.[*+]", "" + ANYTHING).replaceAll("\\\\([./-])", "$1");
      String pattern = literal.replace(ANYTHING, '*');
      boolean named = !literal.contains("*") && PlaceSyntaxes.BRANCH_PATTERN.matches(pattern);
      if (!named) {
        return Optional.empty();
      }
      branches.add(pattern);
    }
    boolean whole = !list.group(1).isEmpty() && !list.group(3).isEmpty();
    return Optional.of(new BranchMatch(branches, whole));
  }

  boolean hasStars() {
    return branches.stream().anyMatch(branch -> branch.contains("*"));
  }
}
