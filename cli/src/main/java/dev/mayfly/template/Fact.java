package dev.mayfly.template;

import java.util.List;

/** Something that only a concrete pull request decides. */
public sealed interface Fact {
  /** The pull request's number, in decimal digits. */
  record Number() implements Fact {}

  /** The full commit id of the pull request's head. */
  record HeadSha() implements Fact {}

  /** The digest that pins an image of the app. */
  record ImageDigest(String imageId) implements Fact {}

  /** The name of the backup that a clone recovers from, where it is given once and recorded. */
  record BackupName() implements Fact {}

  /** The commit that an admin's tag or branch was when it was last looked up, and recorded. */
  record BundleRevision() implements Fact {}

  /** When the preview was first delivered. */
  record OpenedAt() implements Fact {}

  /** How often Argo CD was told to try again, and once more. */
  record Attempt() implements Fact {}

  /** Free text that anyone who can open a pull request may choose: title, branch, author. */
  record Said(String key) implements Fact {
    /** What is said of every pull request. */
    public static final List<String> KEYS = List.of("title", "branch", "author", "targetBranch");
  }

  /**
   * What checksums over open holes hold. It is what {@code toString} says of a record, which is
   * linked anew at every start, and must stay: overlays are marked with these checksums.
   */
  default String form() {
    String argument =
        this instanceof ImageDigest image
            ? "imageId=" + image.imageId()
            : this instanceof Said said ? "key=" + said.key() : "";
    return getClass().getSimpleName() + "[" + argument + "]";
  }

  /** Whether an outsider can choose the value. */
  default boolean isUntrusted() {
    return this instanceof Said;
  }
}
