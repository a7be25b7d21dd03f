package dev.mayfly.bundle.build;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A scalar that kustomize may write in another way than it stands there. */
final class UnsettledScalar {
  private static final Pattern SETTLED =
      Pattern.compile("[A-Za-z/](?s:.*)|0|-?[1-9][0-9]{0,14}|[1-9][0-9]{0,9}(m|k|M|[KMGT]i)");

  private static final Set<String> OTHERWISE =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private UnsettledScalar() {}

  /**
   * The first scalar of a tree that kustomize may write in another way than it stands there: a
   * null, a number in another notation, a word that one reader takes for a boolean.
   */
  static Optional<ScalarNode> in(Node node) {
    return NodeValues.scalars(node).stream().filter(it -> !isSettled(it)).findFirst();
  }

  private static boolean isSettled(ScalarNode scalar) {
    return !scalar.plain() || SETTLED.matcher(scalar.text()).matches() && !isWord(scalar.text());
  }

  private static boolean isWord(String text) {
    return !text.equals("true")
        && !text.equals("false")
        && OTHERWISE.contains(text.toLowerCase(Locale.ROOT));
  }
}
