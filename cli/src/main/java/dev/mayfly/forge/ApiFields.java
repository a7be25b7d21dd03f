package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import dev.mayfly.yaml.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The fields of an answer, each of the type that the API promises, or the answer is malformed. The
 * only way to what an answer says: a server may send back the token that it was given, so it is
 * taken out of every text here, whatever becomes of the text.
 */
record ApiFields(MapNode map, UnaryOperator<String> redaction) {

  PullRequestNumber number(String... path) throws ForgeException {
    return require(scalar(path).filter(ScalarNode::plain), PullRequestNumber::parse, path);
  }

  CommitSha sha(String... path) throws ForgeException {
    return require(scalar(path), CommitSha::parse, path);
  }

  /** Empty where there is none; what is no commit id is no answer. */
  Optional<CommitSha> optionalSha(String... path) throws ForgeException {
    boolean none = isNull(path) || scalar(path).filter(s -> s.text().isEmpty()).isPresent();
    return none ? Optional.empty() : Optional.of(sha(path));
  }

  /** Empty where there is none, or what is none. */
  Optional<CommitSha> shaIfProper(String... path) {
    return scalar(path).flatMap(scalar -> CommitSha.parse(scalar.text()));
  }

  /** Empty where there is none, or what is none. */
  Optional<PullRequestNumber> numberIfProper(String... path) {
    return scalar(path)
        .filter(ScalarNode::plain)
        .flatMap(scalar -> PullRequestNumber.parse(scalar.text()));
  }

  /** A time of RFC 3339, with any offset. */
  Instant time(String... path) throws ForgeException {
    return require(scalar(path), Timestamp::parse, path);
  }

  /** Empty where there is none, or what is none. */
  Optional<Instant> timeIfProper(String... path) {
    return scalar(path).flatMap(scalar -> Timestamp.parse(scalar.text()));
  }

  /** A text; absent and null are empty. */
  String text(String... path) {
    return scalar(path).filter(scalar -> !scalar.plain()).map(ScalarNode::text).orElse("");
  }

  /** An id: an integer or a string, as its text. */
  String id(String... path) throws ForgeException {
    return require(
        scalar(path),
        text -> text.matches("[0-9]{1,19}") ? Optional.of(text) : Optional.empty(),
        path);
  }

  /** What tells this item of a list from another; items without the key are all different. */
  String identity(String key) {
    return scalar(key).map(ScalarNode::text).orElseGet(() -> "@" + map.location());
  }

  /** The objects of a list; absent, null and what is no object are left out. */
  List<ApiFields> objects(String key) {
    return objects(map.itemsAt(key), redaction);
  }

  static List<ApiFields> objects(List<Node> items, UnaryOperator<String> redaction) {
    List<ApiFields> objects = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof MapNode object) {
        objects.add(new ApiFields(object, redaction));
      }
    }
    return objects;
  }

  /** The text of an id for comparing; empty where there is none. */
  String identityAt(String... path) {
    return scalar(path).map(ScalarNode::text).orElse("");
  }

  boolean flag(String... path) {
    return scalar(path).filter(ScalarNode::plain).map(s -> s.text().equals("true")).orElse(false);
  }

  boolean isNull(String... path) {
    return map.at(path) == null || (map.at(path) instanceof ScalarNode s && s.isNull());
  }

  /** Names of labels: strings, or objects with a {@code name}. */
  Set<String> names(String key) {
    return new TreeSet<>(namesInOrder(key));
  }

  /** The same as they stand there. */
  List<String> namesInOrder(String key) {
    List<String> names = new ArrayList<>();
    for (Node item : map.itemsAt(key)) {
      Node name = item instanceof MapNode label ? label.get("name") : item;
      if (name instanceof ScalarNode scalar && !scalar.plain()) {
        names.add(redaction.apply(scalar.text()));
      }
    }
    return names;
  }

  private Optional<ScalarNode> scalar(String... path) {
    return map.at(path) instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(
            new ScalarNode(redaction.apply(scalar.text()), scalar.plain(), scalar.location()))
        : Optional.empty();
  }

  private static <T> T require(
      Optional<ScalarNode> scalar, Function<String, Optional<T>> parse, String... path)
      throws ForgeException {
    return scalar
        .filter(s -> !s.plain() || s.type() == ScalarType.INTEGER)
        .flatMap(s -> parse.apply(s.text()))
        .orElseThrow(() ->
            ForgeException.of(
                ForgeException.Kind.MALFORMED,
                "an answer lacks a proper `" + String.join(".", List.of(path)) + "`"));
  }
}
