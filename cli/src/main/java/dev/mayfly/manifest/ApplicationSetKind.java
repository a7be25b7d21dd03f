package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import java.util.List;

/** One ApplicationSet for each app: strict templates, a gate, and teardown that leaves nothing. */
final class ApplicationSetKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    return context.loaded().all().stream()
        .map(blueprint -> applicationSet(context, blueprint))
        .toList();
  }

  private static PlatformFile applicationSet(PlatformContext context, Blueprint blueprint) {
    String app = blueprint.app().name();
    boolean generator = context.platform().gitops().isGenerator();
    Manifest manifest =
        context
            .templates()
            .manifest(
                "application-set-" + app + ".yaml",
                TemplateName.PLATFORM_APPLICATION_SET,
                context
                    .argocdScope()
                    .put("app.name", app)
                    .put("name", blueprint.set())
                    .put("generator", PreviewGenerator.generator(context, blueprint))
                    .put("application", ApplicationTemplate.of(context, blueprint)));
    GoTemplateBinding binding =
        generator
            ? GoTemplateBinding.PULL_REQUEST_GENERATOR
            : GoTemplateBinding.GIT_FILES_GENERATOR;
    return new PlatformFile(manifest.path(), manifest.text(binding), PlatformFile.Role.OBJECT);
  }
}
