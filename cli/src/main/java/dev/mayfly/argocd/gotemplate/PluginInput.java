package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What a plugin was given, as the controller hands it to templates: maps of types of its own, in
 * which every parameter is JSON that prints its bytes (Argo CD, {@code generators/plugin.go}).
 *
 * @param json what JSON makes of it
 */
public record PluginInput(String goType, GoValue json) implements GoObject {
  private static final String JSON = "v1.JSON";
  private static final String PARAMETERS = "v1alpha1.PluginParameters";

  /** The parameters of an input, or nothing; nulls among them the API server drops. */
  public static GoValue of(GoValue parameters) {
    SortedMap<String, GoValue> input = new TreeMap<>();
    input.put("parameters", withoutNulls(parameters));
    return new PluginInput("map[string]" + PARAMETERS, GoValue.map(input));
  }

  private static GoValue withoutNulls(GoValue parameters) {
    if (!(parameters instanceof GoValue.Entries map)) {
      return GoValue.NIL;
    }
    SortedMap<String, GoValue> kept = new TreeMap<>(map.values());
    kept.values().removeIf(GoValue::isNil);
    return GoValue.map(kept);
  }

  private PluginInput inside(GoValue value) {
    return new PluginInput(goType.equals(PARAMETERS) ? JSON : PARAMETERS, value);
  }

  @Override
  public String text() throws TemplateStop {
    if (goType.equals(JSON)) {
      StringJoiner numbers = new StringJoiner(" ", "{[", "]}");
      for (byte each : GoJson.write(json, true).getBytes(StandardCharsets.UTF_8)) {
        numbers.add(Integer.toString(Byte.toUnsignedInt(each)));
      }
      return numbers.toString();
    }
    StringJoiner entries = new StringJoiner(" ", "map[", "]");
    if (json instanceof GoValue.Entries map) {
      for (var entry : map.values().entrySet()) {
        entries.add(entry.getKey() + ":" + inside(entry.getValue()).text());
      }
    }
    return entries.toString();
  }

  @Override
  public GoValue method(String name, List<GoValue> arguments) throws TemplateStop {
    if (goType.equals(JSON) && !name.equals("Raw")) {
      throw unknown(name);
    }
    boolean given =
        !goType.equals(JSON)
            && json instanceof GoValue.Entries map
            && map.values().containsKey(name);
    if (!given) {
      throw TemplateStop.unverifiable("`" + name + "` of what a plugin was given is not computed");
    }
    return inside(((GoValue.Entries) json).values().getOrDefault(name, NIL));
  }
}
