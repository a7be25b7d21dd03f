package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.template.Text;
import java.util.List;

/**
 * Two platforms of one GitOps repository never call anything of theirs by one name. They count as
 * platforms of one Argo CD where that has one namespace in both: from the files alone nobody can
 * tell otherwise, and taking each other's objects for their own is worse than another name.
 */
public final class Neighbours {
  private static final String IN_NAMING = "put ${platform.name} into `naming.%s`";

  private final LoadedPlatform own;
  private final LoadedPlatform other;
  private final String otherFile;
  private final SourcePositions where;
  private final Problems problems = new Problems();

  private Neighbours(LoadedPlatform own, LoadedPlatform other, String otherFile) {
    this.own = own;
    this.other = other;
    this.otherFile = otherFile;
    this.where = SourcePositions.ofSpec(own.document());
  }

  /** What one platform calls as another, in the file of that path, does. */
  public static List<Problem> meetings(LoadedPlatform own, LoadedPlatform other, String otherFile) {
    Neighbours neighbours = new Neighbours(own, other, otherFile);
    neighbours.platforms();
    for (Blueprint mine : own.all()) {
      for (Blueprint theirs : other.all()) {
        neighbours.previews(mine, theirs);
      }
    }
    return neighbours.problems.sorted();
  }

  private void platforms() {
    ArgoCd mine = own.platform().argocd();
    if (own.platform().name().equals(other.platform().name())) {
      problems.error(
          "platforms-meet",
          where.of(),
          "the platform of `%s` is called `%s` too".formatted(otherFile, own.platform().name()),
          "give each platform of a repository a `metadata.name` of its own");
    } else if (sameArgoCd() && mine.project().equals(other.platform().argocd().project())) {
      met(
          "AppProject",
          mine.project(),
          "set `argocd.project` to a name of its own",
          where.of("argocd", "project"));
    }
  }

  private void previews(Blueprint mine, Blueprint theirs) {
    String set = mine.set();
    if (set.equals(theirs.set()) && !own.platform().name().equals(other.platform().name())) {
      met("ApplicationSet", set, "rename the app or the platform", where.of("apps"));
    }
    PreviewNames one = mine.names();
    PreviewNames two = theirs.names();
    if (sameArgoCd() || sameCluster()) {
      compare("application", one.application(), two.application());
    }
    if (sameCluster() && mine.ownsNamespace() && theirs.ownsNamespace()) {
      compare("namespace", one.namespace(), two.namespace());
    }
    if (!mine.isEnvironment() && !theirs.isEnvironment()) {
      one.hosts().forEach(host -> two.hosts().forEach(its -> compare("host", host, its)));
    }
    if (sameCluster() && one.database().isPresent() && two.database().isPresent()) {
      PreviewNames.DatabaseNames first = one.database().get();
      PreviewNames.DatabaseNames second = two.database().get();
      if (NameCollision.canMeet(first.namespace(), second.namespace())) {
        compare("database", first.object(), second.object());
      }
    }
  }

  private boolean sameArgoCd() {
    return own.platform().argocd().namespace().equals(other.platform().argocd().namespace());
  }

  private boolean sameCluster() {
    return own.platform().argocd().cluster().isSame(other.platform().argocd().cluster());
  }

  private void compare(String what, Text mine, Text theirs) {
    if (NameCollision.canMeet(mine, theirs)) {
      met(what, mine.toString(), IN_NAMING.formatted(what), where.of("naming", what));
    }
  }

  private void met(String what, String name, String hint, Location location) {
    problems.error(
        "platforms-meet",
        location,
        "the %s `%s` can be that of the platform in `%s` too".formatted(what, name, otherFile),
        hint);
  }
}
