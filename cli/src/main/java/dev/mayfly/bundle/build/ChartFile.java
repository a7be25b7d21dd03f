package dev.mayfly.bundle.build;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;

/** A file in which a chart says what it is and what it takes in. */
public final class ChartFile {
  private ChartFile() {}

  /** Reads it strictly, and names every key that is not spelled as Helm has it. */
  public static void check(BundleFiles files, String path, BundleFindings findings) {
    ReadResult read = files.yaml(path);
    findings.addAll(read.problems());
    for (Node document : read.documents()) {
      Vocabulary.CHART.unknown("Chart", document, findings::unknownKey);
    }
  }
}
