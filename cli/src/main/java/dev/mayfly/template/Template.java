package dev.mayfly.template;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.template.Trust.Place;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;

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
    Node document = read.single(Fault.CONFIGURATION);
    if (document instanceof MapNode map) {
      return new Template(read.source(), map);
    }
    throw new ProblemsException(
        Fault.CONFIGURATION,
        Problem.error("template-shape", document.location(), "a template must be a map"));
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
    for (String key : scope.unused(substitution.used())) {
      problems.error(
          "unused-value",
          Location.of(source),
          "the value `" + key + "` is supplied to " + source.name() + " and not used",
          "use ${" + key + "}; a value that is left out is a setting that has no effect");
    }
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
