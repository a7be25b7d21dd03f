package dev.mayfly.manifest;

import dev.mayfly.manifest.PlatformFile.Role;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Scope;
import java.util.List;

/**
 * What the platform set is made from.
 *
 * @param overlays the preview of each app, in the order written
 * @param live what committed previews hold
 */
record PlatformContext(
    LoadedPlatform loaded, List<Overlay> overlays, LivePreviews live, Templates templates) {

  Platform platform() {
    return loaded.platform();
  }

  /** A scope with the platform's name. */
  Scope scope() {
    return new Scope(new Scope().put("platform.name", platform().name()));
  }

  /** A scope with the platform's name and the namespace of Argo CD. */
  Scope argocdScope() {
    return scope().put("argocd.namespace", platform().argocd().namespace());
  }

  /** What bounds the others, made from a template. */
  PlatformFile guard(String path, TemplateName template, Scope values) {
    return new PlatformFile(templates.manifest(path, template, values), Role.GUARD);
  }

  /** A patch for somebody else's object, with lines above it that say whose. */
  PlatformFile patch(String path, List<String> comment, TemplateName template, Scope values) {
    return new PlatformFile(
        templates.manifest("patches/" + path, comment, template, values), Role.PATCH);
  }

  /** An object of the set, made from a template. */
  PlatformFile object(String path, TemplateName template, Scope values) {
    return object(path, List.of(), template, values);
  }

  PlatformFile object(String path, List<String> comment, TemplateName template, Scope values) {
    return new PlatformFile(templates.manifest(path, comment, template, values), Role.OBJECT);
  }
}
