package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Demand;
import dev.mayfly.kubernetes.Doubt;
import dev.mayfly.kubernetes.ObjectDemand;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.manifest.ExtraShares;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewShares;
import dev.mayfly.platform.PreviewShares.Part;
import dev.mayfly.platform.PreviewShares.Share;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the bundle asks for is what the platform counts for it, and fits the quota. Only so does the
 * sum over all previews, which nobody's bundle is read for again, mean anything.
 */
final class WorkloadBudget implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Platform platform = bundle.blueprint().platform();
    Demand asked =
        ObjectDemand.of(
                bundle.objects().stream().map(BundleObject::root).toList(),
                platform.namespace().limits().usual(),
                doubt -> say(doubt, findings))
            .most();
    bundle.objects().forEach(object -> runs(object, findings));
    @Nullable Location at =
        bundle.objects().isEmpty() ? null : bundle.objects().getFirst().root().location();
    if (at != null) {
      budget(bundle, platform, asked.amounts(), at, findings);
      quota(bundle, platform, asked, at, findings);
    }
  }

  private static void say(Doubt doubt, BundleFindings findings) {
    if (doubt.unreadable()) {
      findings.error("unreadable-amount", doubt.at(), doubt.message(), doubt.hint());
    } else {
      findings.undecided(doubt.at(), doubt.message(), doubt.hint());
    }
  }

  /**
   * A run may begin while the one before it goes on, unless that is forbidden (Kubernetes docs).
   * None begins, and none is counted, of what is suspended.
   */
  private static void runs(BundleObject object, BundleFindings findings) {
    String policy = object.text("spec", "concurrencyPolicy");
    if (object.kind().equals("CronJob")
        && (policy.isEmpty() || policy.equals("Allow"))
        && !NodeValues.isTrue(object.root().at("spec", "suspend"))) {
      findings.warning(
          "grows",
          object.at("spec", "schedule"),
          object.title() + " may run more than once at a time, and one run is counted",
          "set `concurrencyPolicy: Forbid`");
    }
  }

  private static void budget(
      Bundle bundle, Platform platform, Amounts asked, Location at, BundleFindings findings) {
    Amounts counted = PreviewShares.workload(platform, bundle.app());
    boolean declared = bundle.app().workload().isPresent();
    for (String resource : List.of("memory", "cpu")) {
      Quantity request = asked.request(resource);
      if (request.compareTo(counted.request(resource)) <= 0
          || !declared && platform.capacity().of(resource).isEmpty()) {
        continue;
      }
      String message =
          "the bundle requests %s %s, and %s is counted for it"
              .formatted(request, resource, counted.request(resource));
      if (declared) {
        findings.error(
            "over-budget", at, message, "lower the requests, or ask for more in `apps[].workload`");
      } else {
        findings.warning(
            "counted-too-low", at, message, "declare what it may request in `apps[].workload`");
      }
    }
  }

  private static void quota(
      Bundle bundle, Platform platform, Demand asked, Location at, BundleFindings findings) {
    NamespacePolicy namespace = platform.namespace();
    if (namespace.isShared()) {
      return;
    }
    Amounts beside = Amounts.NONE;
    for (Share share : PreviewShares.of(platform, bundle.app()).shares()) {
      boolean counts = share.inPreview() && share.counted() && share.part() != Part.WORKLOAD;
      beside = counts ? beside.plus(share.amounts()) : beside;
    }
    List<MapNode> extras =
        bundle.overlay().stream()
            .map(BundleObject::root)
            .filter(it -> ExtraShares.isBroughtBy(it.location().source().name()))
            .toList();
    Demand brought =
        asked.plus(ObjectDemand.of(extras, namespace.limits().usual(), doubt -> {}).most());
    for (Map.Entry<String, String> hard : namespace.quota().entrySet()) {
      Quantity need = brought.against(hard.getKey()).plus(beside.against(hard.getKey()));
      if (need.isMoreThan(hard.getValue())) {
        findings.error(
            "over-quota",
            at,
            "bundle and overlay take %s of `%s`, and the quota gives %s"
                .formatted(need, hard.getKey(), hard.getValue()),
            "lower what the bundle asks for, or raise `namespace.quota`");
      }
    }
  }
}
