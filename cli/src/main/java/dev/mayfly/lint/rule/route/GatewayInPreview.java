package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import java.util.Set;

/** A preview brings a listener or opens a namespace. */
public final class GatewayInPreview implements DocumentRule {
  private static final Set<String> KINDS =
      Set.of("Gateway", "ListenerSet", "XListenerSet", "ReferenceGrant", "GatewayClass");

  @Override
  public void check(Resource resource, Findings out) {
    boolean listener =
        resource.type().group().startsWith("gateway.networking.")
            && KINDS.contains(resource.kind());
    if (listener && PreviewScope.isPreview(resource)) {
      out.add(
          resource.nearest("kind"),
          resource.kind() + " `" + resource.name() + "` is for the platform to make");
    }
  }
}
