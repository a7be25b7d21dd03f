package dev.mayfly.manifest;

import dev.mayfly.platform.Bindings.SecretBinding;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.StoreRef;
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
    StoreRef store = secret.from().store();
    Scope scope =
        OverlayScope.labelled(blueprint)
            .put("name", blueprint.objectName(secret.name()))
            .put("store.kind", store.kind().kind())
            .put("store.name", store.name())
            .put("store.key", secret.from().key());
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
