package dev.mayfly.live;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.JsonListing;
import dev.mayfly.yaml.MapNode;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code kubectl get applications -o json} printed, of one cluster or of many Applications.
 */
public final class ListedApplications implements Witness, JsonListing.Receiver {
  private static final Set<String> FIELDS =
      Set.of("apiVersion", "kind", "metadata", "spec", "status", "operation");

  private final Wanted wanted;
  private final ApplicationJudge judge;
  private Optional<MapNode> found = Optional.empty();
  private boolean applications;
  private int seen;

  private ListedApplications(Wanted wanted, ApplicationJudge judge) {
    this.wanted = wanted;
    this.judge = judge;
  }

  /**
   * Reads the whole listing, keeping one Application of it.
   *
   * @throws ProblemsException (configuration) when it is no listing, or ends in the middle
   */
  public static ListedApplications read(
      String name, InputStream in, Wanted wanted, ApplicationJudge judge) {
    ListedApplications listed = new ListedApplications(wanted, judge);
    new JsonListing(FIELDS, listed).read(name, in);
    if (listed.seen > 0 && !listed.applications) {
      throw new ProblemsException(
          Fault.CONFIGURATION,
          Problem.error(
              "no-applications",
              Location.ofFile(name),
              "of its " + listed.seen + " objects none is an Application",
              "take it with `kubectl get applications.argoproj.io -A -o json`"));
    }
    return listed;
  }

  @Override
  public void object(MapNode object) {
    seen++;
    boolean application = "Application".equals(object.textAt("kind"));
    applications |= application;
    if (application
        && wanted.application().equals(object.textAt("metadata", "name"))
        && wanted.namespace().equals(object.textAt("metadata", "namespace"))) {
      found = Optional.of(object);
    }
  }

  /** A list says nothing besides its objects. */
  @Override
  public void list(MapNode head) {}

  @Override
  public Sighting look() {
    return found.map(judge::judge).orElseGet(judge::absent);
  }
}
