package dev.mayfly.delivery;

/**
 * How a sweep moves previews to the commit that their bundle's tag or branch has now.
 *
 * @param proof what has to hold of a preview there; else it stays where it is
 */
public record BundleMoves(BundleRevisions revisions, Proof proof) {
  public static final BundleMoves NONE =
      new BundleMoves(BundleRevisions.NONE, (overlay, facts, files) -> {});
}
