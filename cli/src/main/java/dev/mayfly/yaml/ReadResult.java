package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Source;
import java.util.List;

/** The documents of a stream that could be read, and what was wrong with it. */
public record ReadResult(Source source, List<Node> documents, List<Problem> problems) {

  /**
   * The one document of the stream.
   *
   * @throws ProblemsException when anything was wrong, or there is not exactly one document
   */
  public Node single(Fault fault) {
    if (!problems.isEmpty()) {
      throw new ProblemsException(fault, problems);
    }
    if (documents.size() != 1) {
      throw fault.error(
          "one-document",
          documents.isEmpty() ? null : documents.get(1).location(),
          "`" + source.name() + "` holds " + documents.size() + " documents where one is expected",
          "");
    }
    return documents.getFirst();
  }
}
