package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.PodNeed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bundle's pods need is in the bundle or the overlay, and comes no later than they do: a
 * wave that waits for what a later one brings waits for ever.
 */
final class PodDependencies implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Providers providers = new Providers(bundle);
    for (BundleObject object : bundle.objects()) {
      Set<String> said = new HashSet<>();
      for (PodNeed need : needs(object)) {
        if (!said.add(need.title() + need.pullSecret())) {
          continue;
        }
        List<BundleObject> found = providers.of(need);
        if (!found.isEmpty()) {
          later(object, need, found, findings);
        } else if (!Providers.isEverywhere(need)
            && !bundle.app().bindings().provided().contains(need.name().text())) {
          missing(object, need, providers, findings);
        }
      }
    }
  }

  /** What its pods need, or those that run as an account. */
  private static List<PodNeed> needs(BundleObject object) {
    return object.type().equals(GroupKind.SERVICE_ACCOUNT)
        ? PodNeed.pullSecrets(object.root())
        : object.pod().map(PodNeed::of).orElse(List.of());
  }

  /** Whether Argo CD waits for the pods; a CronJob is healthy without any. */
  private static boolean isWaitedFor(BundleObject object) {
    return !List.of("CronJob", "ServiceAccount").contains(object.kind());
  }

  private static void later(
      BundleObject object, PodNeed need, List<BundleObject> found, BundleFindings findings) {
    SyncOrder own = Hooks.order(object);
    SyncOrder earliest = found.stream().map(Hooks::order).sorted().findFirst().orElse(own);
    if (isWaitedFor(object) && own.compareTo(earliest) < 0) {
      findings.error(
          "waits-for-later",
          need.name().location(),
          object.title()
              + " in %s needs %s, which comes in %s".formatted(own, need.title(), earliest),
          "Argo CD never gets that far; give it the same wave or a later one");
    }
  }

  private static void missing(
      BundleObject object, PodNeed need, Providers providers, BundleFindings findings) {
    Optional<BundleObject> unknown = providers.unknown();
    List<String> offered = providers.offered(need.kind());
    String message = object.title() + " needs " + need.title();
    String hint =
        (offered.isEmpty()
                ? ""
                : "the platform brings `" + String.join("`, `", offered) + "`; else ")
            + "bring it, mark it `optional`, or let an admin list it in `bindings.provided`";
    if (need.pullSecret()) {
      findings.warning(
          "missing-pull-secret",
          need.name().location(),
          message + ", which is missing from the bundle and the overlay",
          "give the app one by `bindings.secrets`, with `type: kubernetes.io/dockerconfigjson`");
    } else if (unknown.isPresent()) {
      findings.undecided(
          need.name().location(),
          message + ", and whether " + unknown.get().title() + " makes it is not known here",
          hint);
    } else {
      findings.error(
          "missing-object",
          need.name().location(),
          message + ", which is missing from the bundle and the overlay",
          hint);
    }
  }
}
