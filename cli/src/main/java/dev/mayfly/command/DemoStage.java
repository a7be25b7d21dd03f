package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ProgramVersion;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.EventLookup;
import dev.mayfly.delivery.Message;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.NewRepository;
import dev.mayfly.git.RefName;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the demo plays with: a bare repository with the bundled example, and pull requests. */
final class DemoStage {
  static final RefName MAIN = RefName.branch("main");

  private DemoStage() {}

  static LoadedPlatform commitPlatform(Console console, Path directory) {
    byte[] platform = example();
    LoadedPlatform loaded = PlatformLoader.load("mayfly.yaml", platform);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("mayfly.yaml", platform);
    PlatformSet.files(loaded, LivePreviews.NONE, Templates.bundled())
        .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    CommitSha commit =
        NewRepository.create(
            directory,
            MAIN,
            files,
            new CommitText(
                "Mayfly",
                "mayfly@localhost",
                console.clock().instant(),
                "Add the preview platform",
                "",
                new LinkedHashMap<>()));
    console.out().println("1. The platform is rendered and committed: " + commit.shortHex() + "\n");
    files.keySet().forEach(path -> console.out().println("     " + path));
    return loaded;
  }

  /** The bundled example, delivering by push: there is no forge here to open pull requests at. */
  private static byte[] example() {
    return ProgramFile.text("demo/mayfly.yaml")
        .replace("change: pull-request", "change: push")
        .getBytes(StandardCharsets.UTF_8);
  }

  static EventLookup lookup(Delivery delivery, int number, String digit) {
    Policy policy = delivery.policy();
    PullRequest.Details details =
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            "Show stock levels on the order page",
            "mara",
            "feature/stock-levels",
            "main",
            Optional.of(policy.platform().apps().getFirst().repository()),
            Set.of("preview"));
    PullRequest pullRequest =
        new PullRequest(
            policy.platform().apps().getFirst().repository(),
            new PullRequestNumber(number),
            new CommitSha(digit.repeat(40)),
            details);
    return new EventLookup(
        pullRequest,
        false,
        EventLookup.AppHistory.changing(
            new TreeSet<>(Set.of("primitives/service/orders/main.go"))));
  }

  static Message message() {
    return new Message("Mayfly", "mayfly@localhost", ProgramVersion.text());
  }
}
