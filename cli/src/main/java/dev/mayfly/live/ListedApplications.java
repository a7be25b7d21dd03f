package dev.mayfly.live;

import dev.mayfly.argocd.LiveApplications;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.JsonListing;
import dev.mayfly.yaml.MapNode;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@code kubectl get applications -o json} or {@code argocd app list -o json} printed, judged
 * as it is read: of a large cluster only the verdicts are kept.
 */
public final class ListedApplications implements JsonListing.Receiver {
  private static final Set<String> FIELDS =
      Set.of("apiVersion", "kind", "metadata", "spec", "status", "operation");

  private final Map<String, ApplicationJudge> judges = new HashMap<>();
  private final Map<PreviewId, Observation> seen = new HashMap<>();
  private final Map<PreviewId, ProblemsException> foreign = new HashMap<>();
  private boolean applications;
  private int objects;

  private ListedApplications() {}

  /**
   * Reads the whole listing.
   *
   * @param judges one for each preview that is looked for
   * @throws ProblemsException (configuration) when it is no listing, or ends in the middle
   */
  public static ListedApplications read(
      String name, InputStream in, Collection<ApplicationJudge> judges) {
    ListedApplications listed = new ListedApplications();
    judges.forEach(judge ->
        listed.judges.put(key(judge.wanted().namespace(), judge.wanted().application()), judge));
    judges.forEach(judge -> listed.seen.put(judge.wanted().id(), judge.absent()));
    new JsonListing(FIELDS, listed).read(name, in);
    if (listed.objects > 0 && !listed.applications) {
      throw Fault.CONFIGURATION.error(
          "no-applications",
          Location.ofFile(name),
          "of its " + listed.objects + " objects none is an Application",
          "take it with `kubectl get applications.argoproj.io -A -o json`");
    }
    return listed;
  }

  @Override
  public void object(MapNode object) {
    objects++;
    if (!LiveApplications.isOne(object)) {
      return;
    }
    applications = true;
    ApplicationJudge judge =
        judges.get(
            key(
                object.textOrEmpty("metadata", "namespace"),
                object.textOrEmpty("metadata", "name")));
    if (judge == null) {
      return;
    }
    PreviewId id = judge.wanted().id();
    try {
      seen.put(id, judge.judge(object));
      foreign.remove(id);
    } catch (ProblemsException e) {
      foreign.put(id, e);
    }
  }

  /**
   * How far a preview is that was looked for.
   *
   * @throws ProblemsException (remote) when its name is that of an Application of something else
   */
  public Observation of(PreviewId id) {
    ProblemsException refusal = foreign.get(id);
    Observation sighting = seen.get(id);
    if (refusal != null || sighting == null) {
      throw refusal == null ? new IllegalArgumentException("nobody looked for " + id) : refusal;
    }
    return sighting;
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }
}
