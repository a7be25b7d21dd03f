package dev.mayfly.command;

import dev.mayfly.access.AccessProbe;
import dev.mayfly.access.AccessProblems;
import dev.mayfly.access.Guard;
import dev.mayfly.access.GuardCredentials;
import dev.mayfly.access.Report;
import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.AccessOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.manifest.PreviewHosts;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check access}: live proof that the preview hosts are guarded. */
final class CheckAccessCommand extends Command {
  static final PositionalArgument HOSTS =
      new PositionalArgument(
          "HOST", "0..*", "a host to check; the committed previews' when left out");

  private static final FlagOption REQUIRE_TOKEN =
      new FlagOption("--require-token", "fail where no token shows that CI gets in");

  private final Function<Console, HttpAccess> http;

  CheckAccessCommand() {
    this(Connections::access);
  }

  CheckAccessCommand(Function<Console, HttpAccess> http) {
    super("check access", "prove that the preview hosts are guarded as `exposure.access` says");
    this.http = http;
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(HOSTS.spec());
    Option.add(spec, REQUIRE_TOKEN, AccessOptions.OUTSIDE, AccessOutput.OPTION);
    spec.usageMessage()
        .description(
            "%n" + summary() + ".",
            "%nEach host, and one that nobody has, is asked without credentials. With Cloudflare"
                + " Access it must answer with metadata that the team signed or with its login;"
                + " with `oidc` by a redirect to the issuer's login; with `network` it must refuse,"
                + " which only a machine outside these networks can see.",
            "%nCF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET hold a service token;"
                + " CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN let the application itself be"
                + " read. MAYFLY_ACCESS_TOKEN holds a bearer token of the issuer.")
        .footer(
            "%nExamples:",
            "  mayfly check access",
            "  mayfly check access 7.pr.example.dev --require-token -o github");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Guard guard = Guard.of(loaded.platform()).orElseThrow(AccessProblems::withoutAccess);
    GuardCredentials credentials = GuardCredentials.from(console.env());
    if (REQUIRE_TOKEN.isGivenIn(invocation) && credentials.headers(guard).isEmpty()) {
      throw AccessProblems.withoutToken(guard);
    }
    TreeSet<String> hosts = given(invocation, guard);
    if (hosts.isEmpty()) {
      hosts = committed(workspace, loaded);
    }
    Report report =
        new AccessProbe(
                guard,
                credentials,
                http.apply(console),
                AccessOptions.OUTSIDE.isGivenIn(invocation))
            .run(List.copyOf(hosts));
    AccessOutput.write(report, invocation);
    return switch (report.outcome()) {
      case FAILED, UNVERIFIABLE -> ExitCode.FINDINGS;
      case UNREACHABLE -> ExitCode.REMOTE;
      case PASSED, SKIPPED -> ExitCode.FINE;
    };
  }

  private static TreeSet<String> given(Invocation invocation, Guard guard) {
    TreeSet<String> hosts = new TreeSet<>();
    for (String host : HOSTS.all(invocation)) {
      if (!guard.covers(host)) {
        throw AccessProblems.foreignHost(host, guard);
      }
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
    return hosts;
  }

  /** The hosts of all overlays; a generator leaves none, and the host by chance stands for all. */
  private static TreeSet<String> committed(Workspace workspace, LoadedPlatform loaded) {
    TreeSet<String> hosts = new TreeSet<>();
    for (var record : PreviewsOnDisk.read(workspace.root()).records()) {
      loaded
          .blueprint(record.app())
          .filter(blueprint -> blueprint.url().isPresent())
          .ifPresent(blueprint -> hosts.addAll(PreviewHosts.of(blueprint, record.facts())));
    }
    return hosts;
  }
}
