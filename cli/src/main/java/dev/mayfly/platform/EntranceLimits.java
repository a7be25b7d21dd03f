package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Entrance.ByIngress;
import dev.mayfly.platform.Entrance.InSecret;
import java.util.List;
import java.util.Optional;

/** What the ways in from outside cannot do, or must not. */
final class EntranceLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    Exposure exposure = platform.exposure();
    wildcards(exposure, where, problems);
    platform
        .argocd()
        .webhook()
        .flatMap(ArgoCd.Webhook::ingress)
        .ifPresent(ingress ->
            annotations(exposure, ingress, where.below("argocd", "webhook", "ingress"), problems));
    if (exposure.byIngress().isPresent()) {
      ByIngress ingress = exposure.byIngress().get();
      if (ingress.pods().isEmpty()
          && platform.namespace().ingress().stream().noneMatch(Peer.InRange.class::isInstance)) {
        problems.error(
            "no-way-in",
            where.of("exposure", "ingress"),
            "nothing lets in what leads to previews",
            "write `controller`, the namespace of its pods, or list the subnets of a load balancer"
                + " outside the cluster: `namespace.ingress: [{cidr: ...}]`");
      }
      annotations(exposure, ingress, where.below("exposure", "ingress"), problems);
      List<App> apps = platform.apps();
      for (int i = 0; i < apps.size(); i++) {
        if (ingress.certificate().isPresent() && !apps.get(i).routes().isEmpty()) {
          certificate(
              ingress.certificate().get(),
              platform,
              apps.get(i),
              where.of("exposure", "ingress", "tls"),
              problems);
        }
      }
    }
  }

  /** Those of one {@code ingress}; positions are those below it. */
  private static void annotations(
      Exposure exposure, ByIngress ingress, SourcePositions where, Problems problems) {
    for (String key : ingress.annotations().keySet()) {
      IngressAnnotations.refusal(exposure, key, ingress.annotations().get(key))
          .ifPresent(refusal ->
              problems.error(
                  "refused-annotation",
                  where.of("annotations", key),
                  "`" + key + "` " + refusal.reason(),
                  refusal.hint()));
    }
  }

  private static void wildcards(Exposure exposure, SourcePositions where, Problems problems) {
    for (int i = 0; i < exposure.wildcards().size(); i++) {
      String wildcard = exposure.wildcards().get(i);
      if (!wildcard.endsWith("." + exposure.domain().orElse(""))) {
        problems.error(
            "wildcard-outside",
            where.of("exposure", "wildcards", i),
            "`" + wildcard + "` does not lie below `" + exposure.domain().orElse("") + "`",
            "previews are served below `exposure.domain` only");
      } else if (exposure.own().isPresent()) {
        problems.error(
            "wildcard-of-own",
            where.of("exposure", "wildcards", i),
            "the certificate of `exposure.own` covers hosts one label below the domain only",
            "leave out `own`, and list what the Gateway's own certificate covers");
        return;
      }
    }
  }

  /** An Ingress reads the Secret of its own namespace (Kubernetes docs, "Ingress", TLS). */
  private static void certificate(
      Entrance.Certificate certificate,
      Platform platform,
      App app,
      Location at,
      Problems problems) {
    if (certificate instanceof InSecret(String name)) {
      boolean bound =
          app.bindings().secrets().stream()
              .anyMatch(secret ->
                  secret.name().equals(name)
                      && secret.type().equals(Optional.of("kubernetes.io/tls")));
      boolean shared = platform.namespace().isShared();
      boolean provided = !shared && app.bindings().provided().contains(name);
      if (!bound && !provided) {
        problems.error(
            "certificate-nowhere",
            at,
            "nothing brings the Secret `%s` into the namespace of a preview of `%s`"
                .formatted(name, app.name()),
            "bind it under `bindings.secrets` with type kubernetes.io/tls,"
                + (shared ? "" : " list it in `bindings.provided` where a controller copies it,")
                + " or leave out `tls` for the controller's default certificate");
      }
    } else if (app.bindings().secrets().stream()
        .anyMatch(secret -> secret.name().equals(Blueprint.CERTIFICATE))) {
      problems.error(
          "reserved-name",
          at,
          "`%s` of app `%s` is what cert-manager would call the certificate's Secret"
              .formatted(Blueprint.CERTIFICATE, app.name()),
          "give the bound secret another name");
    }
  }
}
