package dev.mayfly.template;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.template.Trust.Place;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.Arrays;
import java.util.List;

/** A parsed template: one YAML map with placeholders. */
public final class Template {
  private final Source source;
  private final MapNode root;

  private Template(Source source, MapNode root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Parses a template.
   *
   * @throws ProblemsException (configuration) when the text is no strict YAML map
   */
  public static Template parse(String name, byte[] bytes) {
    ReadResult read = new YamlReader(Budget.ADMIN).read(name, bytes);
    return of(read.source(), read.single(Fault.CONFIGURATION));
  }

  /** The same for a file that may hold several documents, each a template of its own. */
  public static List<Template> parseAll(String name, byte[] bytes) {
    ReadResult read = new YamlReader(Budget.ADMIN).read(name, bytes);
    if (read.documents().size() == 1 || !read.problems().isEmpty()) {
      return List.of(of(read.source(), read.single(Fault.CONFIGURATION)));
    }
    if (read.documents().isEmpty()) {
      throw Fault.CONFIGURATION.error(
          "template-shape", Location.of(read.source()), "the file has no object", "");
    }
    return read.documents().stream().map(document -> of(read.source(), document)).toList();
  }

  private static Template of(Source source, Node document) {
    if (document instanceof MapNode map) {
      return new Template(source, map);
    }
    throw Fault.CONFIGURATION.error(
        "template-shape", document.location(), "a template must be a map", "");
  }

  /** Where a value stands as it was written, or else what of the way to it does. */
  public Location at(String... path) {
    Node nearest = root;
    for (int i = 1; i <= path.length; i++) {
      Node node = root.at(Arrays.copyOf(path, i));
      nearest = node == null ? nearest : node;
    }
    return nearest.location();
  }

  /**
   * The document with every placeholder replaced. Facts of a pull request stay holes, so this can
   * run, and fail, before any pull request exists.
   *
   * @throws ProblemsException (rendering) naming every missing key, unused value, untrusted key in
   *     a place that decides something, and value of the wrong type
   */
  public Value.Fields render(Scope scope) {
    Problems problems = new Problems();
    Substitution substitution = new Substitution(scope, problems, false);
    Value value = substitution.value(root, Place.ELSEWHERE);
    UnusedValues.check(source, scope.unused(substitution.used()), problems);
    problems.throwIfAny(Fault.RENDERING);
    return (Value.Fields) value;
  }

  /**
   * A value as an admin wrote it in {@code mayfly.yaml}, with its placeholders replaced. Problems
   * are collected, since the caller reads a whole file.
   */
  public static Value resolve(Node node, Scope scope, Problems problems) {
    return new Substitution(scope, problems, true).value(node, Place.ELSEWHERE);
  }
}
