package dev.mayfly.facts;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.facts.ClusterFacts.Name;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One object of a listing. Only what is asked for is looked at, and that must have its form. */
record FactObject(Node object, Problems problems) {

  /** Group and kind, since Longhorn has a Backup too. */
  String type() {
    String apiVersion = String.valueOf(object.textAt("apiVersion"));
    int slash = apiVersion.indexOf('/');
    return apiVersion.substring(0, Math.max(slash + 1, 0)) + object.textAt("kind");
  }

  Name name() {
    return new Name(
        text(Syntaxes.DNS_LABEL, "metadata", "namespace").orElse(""),
        text(Syntaxes.OBJECT_NAME, "metadata", "name").orElse(""));
  }

  Location location() {
    Node name = object.at("metadata", "name");
    return name == null ? object.location() : name.location();
  }

  boolean has(String... path) {
    return object.at(path) != null;
  }

  /** The text under a path, where it is there and of this form. */
  Optional<String> text(Syntax syntax, String... path) {
    Node node = object.at(path);
    if (node == null || node instanceof ScalarNode scalar && scalar.isNull()) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && syntax.matches(scalar.text())) {
      return Optional.of(scalar.text());
    }
    problems.error(
        "wrong-syntax",
        node.location(),
        "`" + String.join(".", path) + "` is not " + syntax.description());
    return Optional.empty();
  }

  Optional<Quantity> quantity(String... path) {
    return text(FactSyntaxes.QUANTITY, path).flatMap(FactSyntaxes::quantity);
  }

  Optional<Instant> time(String... path) {
    return text(FactSyntaxes.TIME, path).flatMap(Timestamp::parse);
  }

  Optional<Integer> major(String... path) {
    return text(MAJOR, path).map(Integer::valueOf);
  }

  Optional<Boolean> flag(String... path) {
    return text(FLAG, path).map(Boolean::valueOf);
  }

  /** A map of short texts, such as the parameters of a class. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    if (object.at("parameters") instanceof MapNode map) {
      for (String key : map.keys()) {
        text(Syntaxes.PARAMETER, "parameters", key).ifPresent(text -> parameters.put(key, text));
      }
    }
    return parameters;
  }

  private static final Syntax MAJOR = Syntax.of("[1-9][0-9]", "a PostgreSQL major version");
  private static final Syntax FLAG = Syntax.of("true|false", "true or false");
}
