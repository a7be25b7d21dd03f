package dev.mayfly.command.option;

import dev.mayfly.adopt.Answers;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Syntax;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code adopt} that say what no ApplicationSet can. */
public final class AdoptAnswers {
  private static final ValueOption<String> GITOPS =
      ValueOption.text("--gitops", "URL", "the Git repository that will hold mayfly.yaml");
  private static final ValueOption<String> DOMAIN =
      ValueOption.text("--domain", "NAME", "the DNS name that previews are served below");
  private static final ValueOption<String> GATEWAY =
      ValueOption.text(
          "--gateway",
          "NAMESPACE/NAME/LISTENER",
          "the listener of the Gateway that serves the domain");
  private static final ValueOption<String> CONTROLLER =
      ValueOption.text(
          "--controller",
          "NAMESPACE",
          "where the pods are that lead requests to the bundle's own Ingress");

  private AdoptAnswers() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, GITOPS, DOMAIN, GATEWAY, CONTROLLER);
  }

  public static Answers read(Invocation invocation) {
    String given = GATEWAY.in(invocation).orElse("");
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
        checked(invocation, GITOPS, Syntaxes.GIT_URL),
        checked(invocation, DOMAIN, Syntaxes.DOMAIN),
        given.isEmpty()
            ? Optional.empty()
            : Optional.of(new GatewayRef(words[1], words[0], words[2])),
        checked(invocation, CONTROLLER, Syntaxes.DNS_LABEL));
  }

  private static Optional<String> checked(
      Invocation invocation, ValueOption<String> option, Syntax syntax) {
    String given = option.in(invocation).orElse("");
    if (!given.isEmpty() && !syntax.matches(given)) {
      throw UsageErrors.usage(
          "`" + option.name() + "` cannot be `" + given + "`", "it is " + syntax.description());
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(given);
  }
}
