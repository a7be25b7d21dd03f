package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Template;
import dev.mayfly.template.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The templates by name: the bundled ones, each of which an admin may override with a file. */
public final class Templates {
  private final Map<String, byte[]> overrides;
  private final Map<String, Template> parsed = new HashMap<>();

  /**
   * Uses overrides where there are any.
   *
   * @param overrides content by path below {@code templates/} of the admin-owned ref
   * @throws ProblemsException (configuration) when an override has the name of no bundled template
   */
  public Templates(Map<String, byte[]> overrides) {
    this.overrides = Map.copyOf(overrides);
    for (String name : overrides.keySet().stream().sorted().toList()) {
      if (!TemplateName.paths().contains(name)) {
        throw new ProblemsException(
            Fault.CONFIGURATION,
            Problem.error(
                "unknown-template",
                Location.ofFile("templates/" + name),
                "no bundled template has the name `" + name + "`",
                NearMiss.hint(name, TemplateName.paths())));
      }
      template(name);
    }
  }

  /** The paths of those that an admin overrides. */
  public Set<String> overridden() {
    return overrides.keySet();
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

  private Template template(String path) {
    return parsed.computeIfAbsent(
        path,
        p -> {
          byte[] override = overrides.get(p);
          return Template.parse("templates/" + p, override == null ? bundled(p) : override);
        });
  }

  /** The bytes of a bundled template. */
  public static byte[] bundled(String path) {
    try (InputStream in = Templates.class.getResourceAsStream("/templates/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the template " + path + " is not in this program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
