package dev.mayfly.command;

import dev.mayfly.adopt.Answers;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Syntax;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code adopt} that say what no ApplicationSet can. */
final class AdoptAnswers {
  private AdoptAnswers() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value("--gitops", "URL", "the Git repository that will hold mayfly.yaml"));
    spec.addOption(
        Options.value("--domain", "NAME", "the DNS name that previews are served below"));
    spec.addOption(
        Options.value(
            "--gateway",
            "NAMESPACE/NAME/LISTENER",
            "the listener of the Gateway that serves the domain"));
    spec.addOption(
        Options.value(
            "--controller",
            "NAMESPACE",
            "where the pods are that lead requests to the bundle's own Ingress"));
  }

  static Answers read(ParseResult parsed) {
    String given = parsed.matchedOptionValue("--gateway", "");
    String[] words = given.split("/", -1);
    if (!given.isEmpty()
        && (words.length != 3
            || !Syntaxes.DNS_LABEL.matches(words[0])
            || !Syntaxes.OBJECT_NAME.matches(words[1])
            || !Syntaxes.DNS_LABEL.matches(words[2]))) {
      throw UsageErrors.usage(
          "`--gateway` cannot be `" + given + "`", "write NAMESPACE/NAME/LISTENER");
    }
    return new Answers(
        checked(parsed, "--gitops", Syntaxes.GIT_URL),
        checked(parsed, "--domain", Syntaxes.DOMAIN),
        given.isEmpty()
            ? Optional.empty()
            : Optional.of(new GatewayRef(words[1], words[0], words[2])),
        checked(parsed, "--controller", Syntaxes.DNS_LABEL));
  }

  private static Optional<String> checked(ParseResult parsed, String option, Syntax syntax) {
    String given = parsed.matchedOptionValue(option, "");
    if (!given.isEmpty() && !syntax.matches(given)) {
      throw UsageErrors.usage(
          "`" + option + "` cannot be `" + given + "`", "it is " + syntax.description());
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(given);
  }
}
