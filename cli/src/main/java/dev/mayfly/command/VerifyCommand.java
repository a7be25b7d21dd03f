package dev.mayfly.command;

import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Verification;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.report.TextReport;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify}: are all overlays what the admins' templates make of their records? */
final class VerifyCommand implements Command {
  private static final int MOST_FILES = 20_000;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "render every overlay again and fail on any byte that differs";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(
        Options.value("--policy-ref", "REF", "the admin-owned ref of mayfly.yaml and templates"));
    spec.addOption(
        Options.value("--base", "REF", "fail on changes since REF outside one preview's folder"));
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly verify", "  mayfly verify --base origin/main");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    Workspace workspace = Platforms.workspace(parsed, console);
    List<Problem> problems = new ArrayList<>();
    try (LocalRepository repository = around(workspace)) {
      Policy policy = policy(parsed, console, workspace, repository);
      SortedMap<String, byte[]> files = PreviewsOnDisk.read(workspace.root()).files();
      problems.addAll(new Verification(policy).check(files));
      if (parsed.hasMatchedOption("--base")) {
        problems.addAll(outside(parsed, repository));
        problems.addAll(overLimit(policy, files));
      }
    }
    if (problems.isEmpty()) {
      console.out().println("every overlay is what its record and the policy make of it");
      return ExitCode.FINE;
    }
    console.out().print(new TextReport(console.colour()).format(problems));
    return ExitCode.FINDINGS;
  }

  private static @Nullable LocalRepository around(Workspace workspace) {
    return LocalRepository.around(workspace.root()).orElse(null);
  }

  private static Policy policy(
      ParseResult parsed,
      Console console,
      Workspace workspace,
      @Nullable LocalRepository repository) {
    String ref = parsed.matchedOptionValue("--policy-ref", parsed.matchedOptionValue("--base", ""));
    if (ref.isEmpty()) {
      return new Policy(Platforms.load(workspace, console), workspace.templates());
    }
    return Policy.at(at(repository, ref));
  }

  private static Snapshot at(@Nullable LocalRepository repository, String ref) {
    return Optional.ofNullable(repository)
        .flatMap(r -> r.at(ref))
        .orElseThrow(() -> UsageErrors.usage("`" + ref + "` names no commit here", ""));
  }

  /** A preview's own pull request changes that preview and nothing else. */
  private static List<Problem> outside(ParseResult parsed, @Nullable LocalRepository repository) {
    Snapshot base = at(repository, parsed.matchedOptionValue("--base", ""));
    Snapshot head = at(repository, "HEAD");
    ChangedPaths changed =
        Optional.ofNullable(repository)
            .orElseThrow()
            .changed(base.commit(), head.commit(), MOST_FILES);
    return switch (changed) {
      case ChangedPaths.Unknown(String reason) ->
          throw new ProblemsException(
              Fault.REMOTE,
              Problem.error("changes-unknown", null, "what changed cannot be said: " + reason));
      case ChangedPaths.Known known -> {
        TreeSet<String> folders = new TreeSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String path : known.paths()) {
          String[] parts = path.split("/", -1);
          boolean preview =
              parts.length >= 4 && parts[0].equals("previews") && parts[2].startsWith("pr-");
          if (preview) {
            folders.add(parts[1] + "/" + parts[2]);
          } else {
            problems.add(
                Problem.error(
                    "outside-preview",
                    Location.ofFile(path),
                    "`" + path + "` is outside every preview's folder"));
          }
        }
        if (folders.size() > 1) {
          problems.add(
              Problem.error(
                  "several-previews",
                  null,
                  "more than one preview changes at once: " + String.join(", ", folders)));
        }
        yield problems;
      }
    };
  }

  /** The limit again, on the result of the merge, for servers that cannot guard it at the push. */
  private static List<Problem> overLimit(Policy policy, SortedMap<String, byte[]> files) {
    long overlays = files.keySet().stream().filter(path -> path.endsWith("/preview.yaml")).count();
    int limit = policy.platform().admission().limit();
    return overlays <= limit
        ? List.of()
        : List.of(
            Problem.error(
                "over-limit", null, overlays + " previews are more than the limit of " + limit));
  }
}
