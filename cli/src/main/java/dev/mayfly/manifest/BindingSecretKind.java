package dev.mayfly.manifest;

import dev.mayfly.platform.Bindings.SecretBinding;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Scope;
import java.util.List;

/** One ExternalSecret for each secret that an app is bound to. */
final class BindingSecretKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    return blueprint.app().bindings().secrets().stream()
        .map(secret -> manifest(blueprint, secret, templates))
        .toList();
  }

  private static Manifest manifest(Blueprint blueprint, SecretBinding secret, Templates templates) {
    Scope scope =
        OverlayScope.store(OverlayScope.labelled(blueprint), secret.from())
            .put("name", blueprint.objectName(secret.name()));
    TemplateName template = template(secret);
    if (template == TemplateName.OVERLAY_BINDINGS_SECRET_TYPED) {
      scope.put("type", secret.type().orElseThrow());
    }
    return templates.manifest("bindings-secret-" + secret.name() + ".yaml", template, scope);
  }

  private static TemplateName template(SecretBinding secret) {
    if (secret.type().isEmpty()) {
      return TemplateName.OVERLAY_BINDINGS_SECRET;
    }
    return secret.type().get().equals(SecretBinding.PULL)
        ? TemplateName.OVERLAY_BINDINGS_PULL_SECRET
        : TemplateName.OVERLAY_BINDINGS_SECRET_TYPED;
  }
}
