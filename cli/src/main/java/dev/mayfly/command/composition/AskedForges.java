package dev.mayfly.command.composition;

import dev.mayfly.argocd.AskedRepository;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.GeneratorPullRequest;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.GeneratorOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.report.TerminalText;
import dev.mayfly.yaml.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Pull requests that the forge is asked for, as the controller would ask. A set may name any host,
 * so the token goes to the forge that {@code mayfly.yaml} names and to no other.
 */
public record AskedForges(Optional<ForgeSettings> trusted, Console console) {
  public static GeneratorInputs ask(
      Invocation invocation, List<Node> sets, GeneratorInputs inputs) {
    if (!GeneratorOptions.FORGE.isGivenIn(invocation)) {
      return inputs;
    }
    UsageErrors.refuse(
        invocation, "beside `" + GeneratorOptions.FORGE.name() + "`", GeneratorOptions.PRS);
    Set<AskedRepository> asked = new LinkedHashSet<>();
    sets.forEach(set -> asked.addAll(AskedRepository.of(set)));
    if (asked.isEmpty()) {
      return inputs;
    }
    AskedForges options =
        new AskedForges(Platforms.around(invocation).map(Platform::forge), invocation.console());
    List<GeneratorPullRequest> listed = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>();
    for (AskedRepository repository : asked) {
      String key = repository.url() + " " + repository.path() + " " + repository.closed();
      if (paths.add(key)) {
        listed.addAll(options.list(repository));
      }
    }
    return inputs.with(listed.stream().distinct().toList());
  }

  private List<GeneratorPullRequest> list(AskedRepository asked) {
    String shown = TerminalText.clean(asked.path());
    RepositoryName repository =
        RepositoryName.parse(asked.path())
            .filter(name -> name.path().contains("/") && !shown.contains("{{"))
            .orElseThrow(() -> cannot(asked, "`" + shown + "` is not the name of one repository"));
    Forge forge = forge(asked);
    try {
      return forge.list(repository, asked.closed()).stream()
          .map(it -> new GeneratorPullRequest(it.pull(), it.labels()))
          .toList();
    } catch (ForgeException e) {
      Problem problem = e.problem();
      boolean withheld = trust(asked).isEmpty() && e.kind() != ForgeException.Kind.UNREACHABLE;
      throw Fault.REMOTE.error(
          problem.id(),
          asked.generator().location(),
          "the pull requests of `" + shown + "` cannot be listed: " + problem.message(),
          withheld
              ? "no token was sent, for `mayfly.yaml` does not name this forge"
              : problem.hint());
    }
  }

  private Forge forge(AskedRepository asked) {
    if (asked.kind() == ForgeSettings.Kind.NONE) {
      throw cannot(asked, "the API of `" + asked.provider() + "` is not spoken");
    }
    Optional<ForgeSettings> known = trust(asked);
    if (known.isPresent()) {
      return ForgeConnections.forge(known.get(), console);
    }
    try {
      return ForgeConnections.strangerForge(
          new ForgeSettings(asked.kind(), asked.url(), Optional.empty(), false), console);
    } catch (IllegalArgumentException e) {
      throw cannot(asked, "`api` is not an https address");
    }
  }

  private Optional<ForgeSettings> trust(AskedRepository asked) {
    return trusted
        .filter(it -> it.kind() == asked.kind())
        .filter(it -> authority(it.url()).equals(authority(asked.url())));
  }

  /** Scheme, host and port; a text that is no address equals none. */
  private static Optional<String> authority(String url) {
    try {
      URI uri = URI.create(url);
      return Optional.of(
          (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.of(url);
    }
  }

  private static ProblemsException cannot(AskedRepository asked, String why) {
    return Fault.CONFIGURATION.error(
        "forge-none",
        asked.generator().location(),
        "the forge cannot be asked: " + why,
        "give the pull requests with `--prs`");
  }
}
