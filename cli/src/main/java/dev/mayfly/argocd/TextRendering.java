package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.Execution;
import dev.mayfly.argocd.gotemplate.FastTemplate;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.argocd.gotemplate.TemplateSet;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one ApplicationSet fills in its parameters (Argo CD, {@code applicationset/utils/utils.go}):
 * every string and every map key is a template of its own.
 */
record TextRendering(boolean goTemplate, MissingKey missingKey, TemplateSet templates) {
  static TextRendering of(Node set) throws GeneratorStop {
    boolean goTemplate = "true".equals(set.textAt("spec", "goTemplate"));
    Node written = set.at("spec", "goTemplateOptions");
    if (!goTemplate) {
      return new TextRendering(false, MissingKey.INVALID, new TemplateSet());
    }
    Location at = written == null ? set.location() : written.location();
    return new TextRendering(
        true,
        MissingKey.ofOptions(NodeValues.strings(written))
            .orElseThrow(() ->
                GeneratorStop.stall(
                    at, "`goTemplateOptions` holds an option that Go does not know")),
        new TemplateSet());
  }

  /**
   * A value of the second generator of a matrix, filled in as under {@code missingkey=error}; left
   * as it is written where it reads what only that generator brings.
   */
  ScalarNode resolved(ScalarNode scalar, GoValue.Entries parameters) throws GeneratorStop {
    boolean waits =
        goTemplate
            && templates.render(scalar.text(), parameters, MissingKey.ERROR)
                instanceof TemplateFault fault
            && fault.kind() == TemplateFault.Kind.ABSENT;
    return waits
        ? scalar
        : new TextRendering(goTemplate, MissingKey.ERROR, templates).render(scalar, parameters);
  }

  String render(String text, GoValue.Entries parameters, Location location) throws GeneratorStop {
    if (!goTemplate) {
      return FastTemplate.render(text, parameters.values())
          .orElseThrow(() -> GeneratorStop.stall(location, "a `{{` of the template is not closed"));
    }
    return switch (templates.render(text, parameters, missingKey)) {
      case Execution.Rendered(String rendered) -> rendered;
      case TemplateFault fault -> throw stop(fault, parameters, location);
    };
  }

  private static GeneratorStop stop(
      TemplateFault fault, GoValue.Entries parameters, Location location) {
    String who =
        parameters.values().get("number") instanceof GoValue.Text(String number)
            ? " (with number " + MessageText.quoted(number) + ")"
            : "";
    String message =
        MessageText.text(fault.message()) + " at " + fault.position() + " of the template";
    return switch (fault.kind()) {
      case MALFORMED -> GeneratorStop.stall(location, "the template does not parse: " + message);
      case FAILED, ABSENT -> GeneratorStop.stall(location, "the template fails: " + message + who);
      case UNVERIFIABLE ->
          GeneratorStop.unverifiable(
              location, "the template is not followed: " + message, "only a controller can tell");
    };
  }

  /** The same tree with every text rendered; each value keeps the place of its template. */
  Node render(Node node, GoValue.Entries parameters) throws GeneratorStop {
    return switch (node) {
      case ScalarNode scalar -> render(scalar, parameters);
      case ListNode list -> list.changed(it -> render(it, parameters));
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        Map<String, Node> values = new HashMap<>();
        for (MapNode.Entry entry : map.entries()) {
          // Argo CD's deep copy leaves a null of a map out, so that Helm does not learn of it.
          if (!entry.value().isNull()) {
            MapNode.Entry rendered =
                new MapNode.Entry(
                    render(entry.key(), parameters), render(entry.value(), parameters));
            requireUnlike(rendered, values);
            entries.add(rendered);
          }
        }
        yield new MapNode(entries, map.location());
      }
    };
  }

  private ScalarNode render(ScalarNode scalar, GoValue.Entries parameters) throws GeneratorStop {
    if (!scalar.describe().equals("a string") || !scalar.text().contains("{{")) {
      return scalar;
    }
    return new ScalarNode(
        render(scalar.text(), parameters, scalar.location()), false, scalar.location());
  }

  /** Go goes through a map in any order, so that one of two of the same name wins by chance. */
  private static void requireUnlike(MapNode.Entry entry, Map<String, Node> others)
      throws GeneratorStop {
    String key = entry.key().text();
    Node other = others.putIfAbsent(key, entry.value());
    if (other != null && !GoYaml.value(other).equals(GoYaml.value(entry.value()))) {
      throw GeneratorStop.unverifiable(
          entry.key().location(),
          "two keys of this map become " + MessageText.quoted(key) + ", and either value may win",
          "only a controller can tell, and differently each time");
    }
  }
}
