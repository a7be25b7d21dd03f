package dev.mayfly.adopt;

import java.util.List;

/** One thing that is carried over: which fields it reads, and what it makes of them. */
interface Mapping {
  /**
   * The fields that it answers for, each with all below it. Four roots: {@code set} is an
   * ApplicationSet without generators and template, {@code pullRequest} the generator, {@code
   * template} an Application's template with {@code source} for each of its sources, {@code
   * project} an AppProject. None where only the rendered Applications are looked at.
   */
  default List<String> reads() {
    return List.of();
  }

  /** Writes to the draft, and says what there is to say. */
  void map(Adoption adoption);
}
