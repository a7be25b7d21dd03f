package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Entrance.ByIngress;
import dev.mayfly.platform.Entrance.InSecret;
import dev.mayfly.platform.Entrance.Issued;
import dev.mayfly.platform.ServedRoute;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Ingress of a preview: its hosts and no other, each with TLS, to its own Services. */
final class IngressKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    Optional<ByIngress> entrance = blueprint.platform().exposure().byIngress();
    if (entrance.isEmpty() || blueprint.routes().isEmpty()) {
      return List.of();
    }
    return List.of(
        templates.manifest(
            "ingress.yaml",
            TemplateName.OVERLAY_INGRESS,
            OverlayScope.labelled(blueprint)
                .put("annotations", annotations(entrance.get()))
                .put("class", entrance.get().className())
                .put("rules", rules(blueprint.routes()))
                .put("tls", tls(blueprint, entrance.get()))));
  }

  private static Value annotations(ByIngress entrance) {
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(ArgoMetadata.SYNC_WAVE, "0");
    annotations.putAll(controllers(entrance));
    return Value.ofAll(annotations);
  }

  /** cert-manager makes a Certificate of an Ingress that names an issuer (docs, "Ingress"). */
  static Map<String, String> controllers(ByIngress entrance) {
    Map<String, String> annotations = new LinkedHashMap<>();
    if (entrance.certificate().orElse(null) instanceof Issued issued) {
      switch (issued.issuerKind()) {
        case "ClusterIssuer" -> annotations.put("cert-manager.io/cluster-issuer", issued.issuer());
        case "Issuer" -> annotations.put("cert-manager.io/issuer", issued.issuer());
        default -> {
          annotations.put("cert-manager.io/issuer", issued.issuer());
          annotations.put("cert-manager.io/issuer-kind", issued.issuerKind());
        }
      }
    }
    annotations.putAll(entrance.annotations());
    return annotations;
  }

  private static Value rules(List<ServedRoute> routes) {
    List<Value> rules = new ArrayList<>();
    for (Text host : hosts(routes)) {
      List<Value> paths = new ArrayList<>();
      routes.stream()
          .filter(route -> route.host().equals(host))
          .forEach(route -> paths.add(path(route)));
      rules.add(
          Value.EMPTY
              .with("host", host)
              .with("http", Value.EMPTY.with("paths", new Value.Items(paths))));
    }
    return new Value.Items(rules);
  }

  private static Value path(ServedRoute route) {
    Value port = Value.EMPTY.with("number", new Value.Num(route.port()));
    Value service = Value.EMPTY.with("name", route.service()).with("port", port);
    return Value.EMPTY
        .with("path", route.path())
        .with("pathType", "Prefix")
        .with("backend", Value.EMPTY.with("service", service));
  }

  private static Value tls(Blueprint blueprint, ByIngress entrance) {
    List<Value> hosts = hosts(blueprint.routes()).stream().<Value>map(Value::of).toList();
    Value.Fields tls = Value.EMPTY.with("hosts", new Value.Items(hosts));
    return new Value.Items(
        List.of(secret(blueprint, entrance).map(name -> tls.with("secretName", name)).orElse(tls)));
  }

  private static Optional<Text> secret(Blueprint blueprint, ByIngress entrance) {
    return entrance
        .certificate()
        .map(certificate ->
            certificate instanceof InSecret(String name)
                ? bound(blueprint, name)
                : blueprint.objectName(Blueprint.CERTIFICATE));
  }

  /** A Secret that is bound for the preview has the preview's name for it. */
  private static Text bound(Blueprint blueprint, String name) {
    return blueprint.app().bindings().secrets().stream()
            .anyMatch(secret -> secret.name().equals(name))
        ? blueprint.objectName(name)
        : Text.of(name);
  }

  private static List<Text> hosts(List<ServedRoute> routes) {
    return routes.stream().map(ServedRoute::host).distinct().toList();
  }
}
