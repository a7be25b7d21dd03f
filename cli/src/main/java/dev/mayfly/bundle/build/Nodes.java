package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kustomize may write in another way than it stands there. */
final class Nodes {
  private static final Pattern SETTLED =
      Pattern.compile("[A-Za-z/](?s:.*)|0|-?[1-9][0-9]{0,14}|[1-9][0-9]{0,9}(m|k|M|[KMGT]i)");

  private static final Set<String> OTHERWISE =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private Nodes() {}

  /**
   * The first scalar of a tree that kustomize may write in another way than it stands there: a
   * null, a number in another notation, a word that one reader takes for a boolean.
   */
  static Optional<ScalarNode> unsettled(Node node) {
    return switch (node) {
      case MapNode map ->
          map.entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()))
              .flatMap(child -> unsettled(child).stream())
              .findFirst();
      case ListNode list ->
          list.items().stream().flatMap(item -> unsettled(item).stream()).findFirst();
      case ScalarNode scalar -> isSettled(scalar) ? Optional.empty() : Optional.of(scalar);
    };
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
