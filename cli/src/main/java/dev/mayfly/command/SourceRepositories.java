package dev.mayfly.command;

import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import picocli.CommandLine.ParseResult;

/** The repositories of apps, at the address that an option or the platform gives. */
record SourceRepositories(ParseResult parsed, Console console, Platform platform) {

  RemoteRepository open(App app) {
    return GitOpsOptions.open(
        parsed.matchedOptionValue("--app-url", app.repositoryUrl()),
        console,
        remote -> Connections.source(remote, platform, console));
  }
}
