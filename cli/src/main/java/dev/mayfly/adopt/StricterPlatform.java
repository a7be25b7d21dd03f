package dev.mayfly.adopt;

/** What every platform holds a preview to, whatever the set said. */
final class StricterPlatform implements Mapping {

  @Override
  public void map(Adoption adoption) {
    adoption.stricter(
        null, "images", "every image that runs is pinned by digest; a tag alone is refused");
    adoption.stricter(
        null,
        "network",
        "pods of a preview reach DNS and one another; what else they call stands in"
            + " `namespace.egress`");
    adoption.stricter(
        null,
        "kinds",
        "a bundle brings the kinds that `resources` lists and no others, and nothing outside its"
            + " namespace");
  }
}
