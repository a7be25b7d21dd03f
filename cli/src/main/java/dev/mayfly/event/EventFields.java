package dev.mayfly.event;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an event one by one and remembers what was wrong with each. */
final class EventFields {
  private final Problems problems = new Problems();

  /**
   * A JSON integer from 1 to 2147483647, judged by its text: no string, no exponent, no fraction.
   */
  Optional<PullRequestNumber> number(MapNode map, String... path) {
    Optional<PullRequestNumber> number =
        map.at(path) instanceof ScalarNode scalar && scalar.plain()
            ? PullRequestNumber.parse(scalar.text())
            : Optional.empty();
    if (number.isEmpty()) {
      refuse(map, "pull-request-number", "a JSON integer from 1 to 2147483647", path);
    }
    return number;
  }

  Optional<CommitSha> sha(MapNode map, String... path) {
    Optional<CommitSha> sha = string(map, path).flatMap(CommitSha::parse);
    if (sha.isEmpty()) {
      refuse(map, "commit-sha", "a string of 40 lower-case hex digits", path);
    }
    return sha;
  }

  Optional<RepositoryName> repository(MapNode map, String... path) {
    Optional<RepositoryName> name = string(map, path).flatMap(RepositoryName::parse);
    if (name.isEmpty()) {
      refuse(map, "repository-name", "a string of the form `owner/name`", path);
    }
    return name;
  }

  /** Text that a person wrote, as it is; absent and null are empty. */
  String text(MapNode map, String... path) {
    Node node = map.at(path);
    if (node != null && !(node instanceof ScalarNode s && (!s.plain() || s.isNull()))) {
      refuse(map, "event-field", "a string", path);
    }
    return string(map, path).orElse("");
  }

  /** A boolean; absent and null are false. */
  boolean flag(MapNode map, String key) {
    Node node = map.get(key);
    if (node == null || (node instanceof ScalarNode s && s.isNull())) {
      return false;
    }
    if (node instanceof ScalarNode s && s.plain() && s.type() == ScalarType.BOOLEAN) {
      return s.text().equals("true");
    }
    refuse(map, "event-field", "a boolean", key);
    return false;
  }

  /** One of a few words. */
  String word(MapNode map, String key, String... allowed) {
    String word = string(map, key).orElse("");
    if (!List.of(allowed).contains(word)) {
      refuse(map, "event-field", "one of `" + String.join("`, `", allowed) + "`", key);
    }
    return word;
  }

  /** The names of a list of labels; absent and null are empty. */
  Set<String> names(MapNode map, String key) {
    Set<String> names = new TreeSet<>();
    Node node = map.get(key);
    if (node instanceof ListNode list && list.items().stream().allMatch(i -> name(i) != null)) {
      list.items().forEach(item -> names.add(String.valueOf(name(item))));
    } else if (node != null && !(node instanceof ScalarNode scalar && scalar.isNull())) {
      refuse(map, "event-field", "a list of objects with a `name`", key);
    }
    return names;
  }

  private static @Nullable String name(Node item) {
    return item.at("name") instanceof ScalarNode name && !name.plain() ? name.text() : null;
  }

  /** Two places of an event that name the same thing; where they differ, neither is believed. */
  <T> void requireSame(MapNode map, Optional<T> found, Optional<T> wanted, String... path) {
    Node node = map.at(path);
    if (node != null && found.isPresent() && !found.equals(wanted)) {
      problems.error(
          "event-contradiction",
          node.location(),
          "`%s` is `%s`, but elsewhere the event says `%s`"
              .formatted(String.join(".", path), found.get(), wanted.orElseThrow()),
          "take the event file as the CI wrote it");
    }
  }

  void throwIfAny() {
    problems.throwIfAny(Fault.CONFIGURATION);
  }

  private static Optional<String> string(MapNode map, String... path) {
    return map.at(path) instanceof ScalarNode scalar && !scalar.plain()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The value is not quoted: it may be long or hostile, and the excerpt shows where it stands. */
  private void refuse(MapNode map, String id, String wanted, String... path) {
    String name = "`" + String.join(".", path) + "`";
    Node node = map.at(path);
    if (node == null) {
      problems.error(id, nearest(map, path), name + " is missing", "it must be " + wanted);
    } else {
      problems.error(id, node.location(), name + " is not " + wanted);
    }
  }

  private static Location nearest(MapNode map, String... path) {
    for (int length = path.length - 1; length > 0; length--) {
      Node node = map.at(Arrays.copyOf(path, length));
      if (node != null) {
        return node.location();
      }
    }
    return map.location();
  }
}
