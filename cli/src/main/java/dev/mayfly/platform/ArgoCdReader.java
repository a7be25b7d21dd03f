package dev.mayfly.platform;

import dev.mayfly.platform.ArgoCd.SecretMode;
import dev.mayfly.platform.ArgoCd.Webhook;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;

/** Reads {@code spec.argocd}. */
final class ArgoCdReader {
  private ArgoCdReader() {}

  static ArgoCd read(Fields spec, String platformName) {
    try (Fields argocd = spec.mapOrEmpty("argocd")) {
      return new ArgoCd(
          argocd.text("namespace", Syntaxes.DNS_LABEL, "argocd"),
          argocd.text("project", Syntaxes.DNS_LABEL, platformName + "-previews"),
          argocd.text("cluster", Syntaxes.SERVER_URL, "https://kubernetes.default.svc"),
          argocd.map("webhook").map(ArgoCdReader::webhook),
          argocd.texts("kustomizeBuildOptions", Syntaxes.KUSTOMIZE_BUILD_OPTION));
    }
  }

  private static Webhook webhook(Fields written) {
    try (Fields webhook = written) {
      String host = webhook.text("host", Syntaxes.DOMAIN);
      GatewayRef gateway;
      try (Fields fields = webhook.requiredMap("gateway")) {
        gateway = ExposureReader.gateway(fields);
      }
      return new Webhook(
          host,
          webhook.text("serverHost", Syntaxes.DOMAIN, "argocd-" + host),
          gateway,
          StoreReader.key(webhook.requiredMap("secret")),
          webhook.choice("secretMode", Choice.of(SecretMode.values())).orElse(SecretMode.OWN));
    }
  }
}
