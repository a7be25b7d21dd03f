package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SamplePullRequest;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** The namespace's tracking id names something else. */
public final class WrongTrackingId implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node id = application.trackingId();
    String wanted =
        application.textOrEmpty("metadata", "name") + ":/Namespace:/" + application.namespace();
    if (id == null) {
      return;
    }
    Optional<String> is = application.filled(NodeValues.text(id), SamplePullRequest.SAMPLE);
    Optional<String> should = application.filled(wanted, SamplePullRequest.SAMPLE);
    boolean comparable = is.isPresent() && should.isPresent();
    if (comparable && !is.equals(should)) {
      out.add(id, "it is `%s` and should be `%s`".formatted(NodeValues.text(id), wanted));
    }
  }
}
