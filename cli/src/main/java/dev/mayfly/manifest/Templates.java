package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.platform.App.Extra;
import dev.mayfly.platform.PlaceSyntaxes;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Template;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The templates by name: the bundled ones, each of which an admin may override with a file. */
public final class Templates {
  private static final String EXTRA = "extra/";
  private static final String YAML = ".yaml";

  /** Those that nobody overrides never change: parsed once, whoever renders. */
  private static final Map<String, Template> BUNDLED = new ConcurrentHashMap<>();

  private final Map<String, byte[]> overrides;

  /** A sweep words the comments of several previews at once. */
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  private final SortedMap<String, List<Template>> extras = new TreeMap<>();

  /**
   * Uses overrides where there are any.
   *
   * @param overrides content by path below {@code templates/} of the admin-owned ref
   * @throws ProblemsException (configuration) when an override has the name of no bundled template,
   *     (rendering) when one of a comment, which nothing else tries, is not as it should be
   */
  public Templates(Map<String, byte[]> overrides) {
    this.overrides = Map.copyOf(overrides);
    for (Map.Entry<String, byte[]> override : new TreeMap<>(overrides).entrySet()) {
      String name = override.getKey();
      if (!TemplateName.paths().contains(name) && extraName(name).isEmpty()) {
        throw Fault.CONFIGURATION.error(
            "unknown-template",
            Location.ofFile("templates/" + name),
            "unknown template `" + name + "`",
            NearMiss.hint(name, TemplateName.paths()));
      }
      Optional<String> extra = extraName(name);
      if (extra.isPresent()) {
        extras.put(extra.get(), Template.parseAll("templates/" + name, override.getValue()));
      } else {
        template(name);
      }
    }
    CommentText.check(this);
  }

  /** The paths of those that an admin overrides. */
  public Set<String> overridden() {
    return overrides.keySet();
  }

  /** The names of the files in {@code extra/}. */
  Set<String> extras() {
    return extras.keySet();
  }

  /**
   * The documents of an extra.
   *
   * @throws ProblemsException (configuration) when there is no such file
   */
  List<Template> extra(Extra extra) {
    List<Template> documents = extras.get(extra.name());
    if (documents == null) {
      throw Fault.CONFIGURATION.error(
          "unknown-extra",
          extra.where(),
          "unknown extra: there is no file `templates/" + EXTRA + extra.name() + YAML + "`",
          hint(extra.name()));
    }
    return documents;
  }

  /** The documents of an extra as they are written, placeholders and all; none without its file. */
  List<Node> written(Extra extra) {
    byte[] bytes = overrides.get(EXTRA + extra.name() + YAML);
    return bytes == null
        ? List.of()
        : List.copyOf(new YamlReader(Budget.ADMIN).read(extra.name(), bytes).documents());
  }

  private String hint(String name) {
    return extras.isEmpty()
        ? "write it, or take the name out"
        : NearMiss.hint(name, extras.keySet());
  }

  private static Optional<String> extraName(String path) {
    return path.startsWith(EXTRA) && path.endsWith(YAML)
        ? Optional.of(path.substring(EXTRA.length(), path.length() - YAML.length()))
            .filter(PlaceSyntaxes.EXTRA::matches)
        : Optional.empty();
  }

  /** The bundled templates alone. */
  public static Templates bundled() {
    return new Templates(Map.of());
  }

  /**
   * Renders one template.
   *
   * @throws ProblemsException as {@link Template#render}
   */
  public Value.Fields render(TemplateName name, Scope scope) {
    return template(name.path()).render(scope);
  }

  /** The file that a template makes. */
  Manifest manifest(String path, TemplateName name, Scope scope) {
    return manifest(path, List.of(), name, scope);
  }

  /** The same with lines above the document. */
  Manifest manifest(String path, List<String> comment, TemplateName name, Scope scope) {
    return new Manifest(path, comment, render(name, scope));
  }

  private Template template(String path) {
    byte[] override = overrides.get(path);
    return override == null
        ? BUNDLED.computeIfAbsent(path, p -> Template.parse("templates/" + p, bundled(p)))
        : parsed.computeIfAbsent(path, p -> Template.parse("templates/" + p, override));
  }

  /** The bytes of a bundled template. */
  public static byte[] bundled(String path) {
    return ProgramFile.bytes("templates/" + path);
  }
}
