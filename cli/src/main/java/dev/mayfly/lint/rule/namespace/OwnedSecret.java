package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.stream.Stream;

/**
 * An ExternalSecret owns a Secret that somebody else keeps. With {@code Owner} the operator
 * replaces all of its data, and it is deleted with the ExternalSecret (external-secrets v2.9.0,
 * {@code externalsecret_controller.go}).
 */
public final class OwnedSecret implements CorpusRule {
  private static final String OF_ARGO = "argocd-secret";

  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    for (Resource secret : corpus.of(GroupKind.EXTERNAL_SECRET)) {
      Node target = secret.at("spec", "target", "name");
      String name = NodeValues.isSet(target) ? NodeValues.text(target) : secret.name();
      String policy = secret.textOrEmpty("spec", "target", "creationPolicy");
      if (!policy.isEmpty() && !policy.equals("Owner")) {
        continue;
      }
      out.about(secret);
      Node at = secret.nearest("spec", "target", "creationPolicy");
      if (name.equals(OF_ARGO) && !hasServerKey(secret)) {
        ofArgo(corpus, secret, at, out);
      }
      corpus
          .find(GroupKind.SECRET, secret.namespace(), name)
          .filter(it -> together.of(secret, it) == Meeting.CERTAIN && hasData(it))
          .ifPresent(it -> twice(corpus, secret, it, at, out));
    }
  }

  /** One without data keeps none of its own, so nothing of it is lost or put back. */
  private static boolean hasData(Resource secret) {
    return NodeValues.isSet(secret.at("data")) || NodeValues.isSet(secret.at("stringData"));
  }

  private static void twice(Corpus corpus, Resource secret, Resource other, Node at, Findings out) {
    String message = "the Secret `%s` also stands in %s".formatted(other.name(), other.file());
    boolean certain = !corpus.isPatched(secret) && !corpus.isPatched(other);
    out.addIf(certain, at, message, "lint what kustomize makes of them: a patch may take one out");
  }

  private static void ofArgo(Corpus corpus, Resource secret, Node at, Findings out) {
    String message = "`" + OF_ARGO + "` is Argo CD's own, and loses what is not listed here";
    boolean certain = secret.at("spec", "dataFrom") == null && !corpus.isPatched(secret);
    out.addIf(certain, at, message, "see that `server.secretkey` is among what is fetched");
  }

  /** Whoever gives the key that Argo CD signs with means to keep the whole Secret. */
  private static boolean hasServerKey(Resource secret) {
    return Stream.of(secret.at("spec", "data"), secret.at("spec", "target", "template"))
        .flatMap(it -> NodeValues.scalars(it).stream())
        .anyMatch(it -> it.text().equals("server.secretkey"));
  }
}
