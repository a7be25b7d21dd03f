package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads documents back through the typed Kubernetes model, for the kinds that it has, and demands
 * that nothing is unknown to it and nothing gets lost. Slow to start, so for {@code lint}, {@code
 * verify} and tests only.
 */
public final class TypedModels {
  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 ResourceQuota", ResourceQuota.class),
          Map.entry("v1 LimitRange", LimitRange.class),
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
          Map.entry("gateway.networking.k8s.io/v1 Gateway", Gateway.class),
          Map.entry("gateway.networking.k8s.io/v1 ListenerSet", ListenerSet.class),
          Map.entry("storage.k8s.io/v1 StorageClass", StorageClass.class),
          Map.entry(
              "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy",
              ValidatingAdmissionPolicy.class),
          Map.entry(
              "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding",
              ValidatingAdmissionPolicyBinding.class));

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NoPlaceForTheUnknown())
          .build();

  private static final int MOST_SHAPES = 1_000;

  /** What nothing was wrong with; a thousand previews have the shapes of one. */
  private final Set<String> fine = ConcurrentHashMap.newKeySet();

  /** The kinds that have a model, as {@code apiVersion kind}. */
  public static Set<String> kinds() {
    return MODELS.keySet();
  }

  public static boolean know(Node document) {
    return MODELS.containsKey(kind(document));
  }

  /** What the model does not know or does not keep; nothing for a kind that has no model. */
  public List<Problem> check(Node document) {
    Class<?> model = MODELS.get(kind(document));
    if (model == null) {
      return List.of();
    }
    String shape = TypedShape.of(document);
    if (fine.contains(shape)) {
      return List.of();
    }
    Problems problems = new Problems();
    JsonNode written = new JsonTree(problems).of(document);
    try {
      JsonNode kept = mapper.valueToTree(mapper.treeToValue(written, model));
      TypedLoss.places(document, written, kept)
          .forEach(place ->
              problems.error(
                  "typed-model",
                  place,
                  "the typed model of " + model.getSimpleName() + " does not keep this"));
    } catch (JacksonException e) {
      problems.error(
          "typed-model",
          TypedLoss.place(document, e),
          "the typed model of " + model.getSimpleName() + " refuses this: " + reason(e));
    }
    if (problems.isEmpty() && fine.size() < MOST_SHAPES) {
      fine.add(shape);
    }
    return problems.sorted();
  }

  private static String kind(Node document) {
    return document.textAt("apiVersion") + " " + document.textAt("kind");
  }

  /** Without the class names that follow in brackets, which say nothing to an admin. */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return message
        .replaceAll(" ?\\([^)]*\\)", "")
        .replaceAll("`(?:[a-z0-9]+\\.)+([A-Z]\\w*)[^`]*`", "`$1`")
        .replace('"', '`')
        .strip();
  }

  /** The model's classes collect unknown fields; here they are to be found out. */
  private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
      return false;
    }
  }
}
