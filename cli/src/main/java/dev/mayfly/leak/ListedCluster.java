package dev.mayfly.leak;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.JsonListing;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Timestamp;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What listings say of a cluster, as far as it is about one platform; of the rest only counts. */
public final class ListedCluster implements JsonListing.Receiver {
  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "spec",
          "status",
          "operation",
          "resource",
          "namespace",
          "at");

  private final Attribution attribution;
  private final Map<String, ClusterObject> ours = new HashMap<>();
  private final ListedProjects projects;
  private final List<MapNode> backups = new ArrayList<>();
  private final Set<String> strangers = new HashSet<>();
  private final Set<String> foreign = new HashSet<>();
  private final SortedSet<String> listed = new TreeSet<>();
  private Optional<Instant> listedAt = Optional.empty();
  private boolean known;
  private int objects;

  public ListedCluster(LoadedPlatform loaded) {
    this.attribution = new Attribution(loaded);
    this.projects = new ListedProjects(loaded.platform().argocd().namespace());
  }

  /**
   * Adds what one text lists.
   *
   * @throws ProblemsException (configuration) when it is no listing, or is not whole
   */
  public ListedCluster add(String name, InputStream in) {
    new JsonListing(FIELDS, this).read(name, in);
    return this;
  }

  @Override
  public void object(MapNode object) {
    GroupKind type = GroupKind.of(object);
    if (type.equals(AskedKinds.LISTED)) {
      listed.add(place(object.textOrEmpty("resource"), object.textOrEmpty("namespace")));
      listedAt = Timestamp.parse(object.textOrEmpty("at")).or(() -> listedAt);
      return;
    }
    objects++;
    listed.add(place(ClusterObject.resource(type), object.textOrEmpty("metadata", "namespace")));
    known |= attribution.isLabelled(object);
    if (type.equals(GroupKind.PROJECT)) {
      projects.add(object);
    }
    if (type.equals(GroupKind.BACKUP)) {
      backups.add(object);
    }
    attribution
        .of(type, object)
        .ifPresentOrElse(
            mark -> keep(type, object, mark),
            () -> {
              strangers.add(object.textOrEmpty("metadata", "uid"));
              if (type.equals(GroupKind.NAMESPACE)) {
                foreign.add(object.textOrEmpty("metadata", "name"));
              }
            });
  }

  @Override
  public void list(MapNode head) {
    GroupKind type = GroupKind.of(head);
    if (type.kind().endsWith("List") && !type.kind().equals("List")) {
      String one = type.kind().substring(0, type.kind().length() - "List".length());
      listed.add(ClusterObject.resource(new GroupKind(type.group(), one)));
    }
  }

  /** Names go into commands that people run, so they have to be names. */
  private void keep(GroupKind type, MapNode object, Attribution.Mark mark) {
    String namespace = object.textOrEmpty("metadata", "namespace");
    String name = object.textOrEmpty("metadata", "name");
    boolean named =
        Syntaxes.KIND.matches(type.kind())
            && Syntaxes.GROUP.matches(type.group())
            && Syntaxes.OBJECT_NAME.matches(name)
            && (namespace.isEmpty() || Syntaxes.DNS_LABEL.matches(namespace));
    if (!named) {
      throw Fault.CONFIGURATION.error(
          "no-object",
          object.location(),
          "`"
              + object.location().file()
              + "` lists an object of preview `"
              + mark.preview()
              + "` whose name or kind no cluster takes",
          "");
    }
    ClusterObject kept =
        new ClusterObject(type, namespace, name, mark.preview(), mark.by(), object);
    ours.put(kept.argument() + " " + kept.uid(), kept);
  }

  /** Whether any object says that it is of the platform. */
  boolean isOfPlatform() {
    return known;
  }

  ListedProjects projects() {
    return projects;
  }

  /** Whether a namespace is one that comes and goes with a preview. */
  boolean isOfPreview(String namespace) {
    return attribution.inNamespace(namespace, Attribution.NAMESPACE).isPresent();
  }

  List<ClusterObject> ours() {
    return ours.values().stream()
        // Whose the namespace is was not known yet where it is listed behind what it holds.
        .filter(it -> !it.by().equals(Attribution.NAMESPACE) || !foreign.contains(it.namespace()))
        .sorted(LeakFinder.ORDER)
        .toList();
  }

  /** The previews that Argo CD has an Application for, and means to keep. */
  public SortedSet<PreviewId> applications() {
    SortedSet<PreviewId> previews = new TreeSet<>();
    for (ClusterObject it : ours.values()) {
      if (it.is(GroupKind.APPLICATION) && it.deletedAt().isEmpty()) {
        previews.add(it.preview());
      }
    }
    return previews;
  }

  List<MapNode> backups() {
    return backups;
  }

  /** Whether the object of this id was listed and is of no preview. */
  boolean isStranger(String uid) {
    return strangers.contains(uid);
  }

  /** Whether it is known which objects of a kind a namespace has, or with none the cluster. */
  boolean isListed(GroupKind type, String namespace) {
    String resource = ClusterObject.resource(type);
    return listed.contains(resource) || listed.contains(place(resource, namespace));
  }

  private static String place(String resource, String namespace) {
    return namespace.isEmpty() ? resource : resource + " -n " + namespace;
  }

  public int objects() {
    return objects;
  }

  /** When the cluster was listed, where the listing says so. */
  public Optional<Instant> listedAt() {
    return listedAt;
  }
}
