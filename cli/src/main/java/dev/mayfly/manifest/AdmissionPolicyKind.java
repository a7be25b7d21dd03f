package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ValidatingAdmissionPolicy for each app: the last line, in the API server, where an AppProject
 * cannot tell one preview from another. It selects objects by the tracking id that Argo CD sets.
 */
final class AdmissionPolicyKind implements PlatformKind {
  private static final String TRACKING = "argocd.argoproj.io/tracking-id";

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    for (Overlay overlay : context.overlays()) {
      Blueprint blueprint = overlay.blueprint();
      String app = blueprint.app().name();
      String name = context.platform().name() + "-" + app + "-previews";
      files.add(
          PlatformFile.object(
              new Manifest(
                  "admission-policy-" + app + ".yaml",
                  context
                      .templates()
                      .render(
                          TemplateName.PLATFORM_ADMISSION_POLICY,
                          context
                              .scope()
                              .put("name", name)
                              .put("app.name", app)
                              .put("match", match(blueprint))
                              .put("variables", variables(blueprint))
                              .put("validations", validations(AdmissionChecks.of(overlay)))))));
      files.add(
          PlatformFile.object(
              new Manifest(
                  "admission-policy-" + app + "-binding.yaml",
                  context
                      .templates()
                      .render(
                          TemplateName.PLATFORM_ADMISSION_POLICY_BINDING,
                          context.scope().put("name", name).put("app.name", app)))));
    }
    return files;
  }

  private static String match(Blueprint blueprint) {
    return ("has(object.metadata.annotations) && '%s' in object.metadata.annotations"
            + " && object.metadata.annotations['%s'].matches('^%s:')")
        .formatted(TRACKING, TRACKING, Cel.pattern(blueprint.names().application()));
  }

  private static Value variables(Blueprint blueprint) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("application", "object.metadata.annotations['" + TRACKING + "'].split(':')[0]");
    int prefix = Cel.prefix(blueprint.names().application()).length();
    variables.put("number", "variables.application.substring(" + prefix + ").find('^[0-9]+')");
    variables.put("home", Cel.name(blueprint.names().namespace()));
    variables.put("where", "has(object.metadata.namespace) ? object.metadata.namespace : ''");
    variables.put("host", Cel.name(blueprint.names().host()));
    List<Value> list = new ArrayList<>();
    variables.forEach(
        (name, expression) -> list.add(entry("name", name, "expression", expression)));
    return new Value.Items(list);
  }

  private static Value validations(Map<String, String> checks) {
    List<Value> list = new ArrayList<>();
    checks.forEach(
        (message, expression) -> list.add(entry("expression", expression, "message", message)));
    return new Value.Items(list);
  }

  private static Value entry(String key, String value, String otherKey, String otherValue) {
    Map<String, Value> entry = new LinkedHashMap<>();
    entry.put(key, Value.of(value));
    entry.put(otherKey, Value.of(otherValue));
    return new Value.Fields(entry);
  }
}
