package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A ValidatingAdmissionPolicy for each app: the last line, in the API server, where an AppProject
 * cannot tell one preview from another. It selects objects by the tracking id that Argo CD sets.
 * The policy comes before its binding, and both before whatever makes a preview.
 */
final class AdmissionPolicyKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    for (Overlay overlay : context.overlays()) {
      Blueprint blueprint = overlay.blueprint();
      String app = blueprint.app().name();
      String name = blueprint.set();
      files.add(
          context.guard(
              "admission-policy-" + app + ".yaml",
              TemplateName.PLATFORM_ADMISSION_POLICY,
              context
                  .scope()
                  .put("name", name)
                  .put("app.name", app)
                  .put("match", AdmissionVariables.isTracked(blueprint).text())
                  .put("variables", variables(blueprint))
                  .put("validations", validations(overlay))));
      files.add(
          context.guard(
              "admission-policy-" + app + "-binding.yaml",
              TemplateName.PLATFORM_ADMISSION_POLICY_BINDING,
              context.scope().put("name", name).put("app.name", app)));
    }
    return files;
  }

  private static Value variables(Blueprint blueprint) {
    List<Value> list = new ArrayList<>();
    AdmissionVariables.of(blueprint)
        .forEach(
            v -> list.add(Value.EMPTY.with("name", v.name()).with("expression", v.value().text())));
    return new Value.Items(list);
  }

  private static Value validations(Overlay overlay) {
    List<Value> list = new ArrayList<>();
    AdmissionChecks.of(overlay)
        .forEach((message, e) ->
            list.add(Value.EMPTY.with("expression", e.text()).with("message", message)));
    return new Value.Items(list);
  }
}
