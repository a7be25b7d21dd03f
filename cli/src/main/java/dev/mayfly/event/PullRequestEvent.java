package dev.mayfly.event;

import dev.mayfly.preview.PullRequest;

/** Something happened to a pull request, and this is what it looked like then. */
public record PullRequestEvent(EventAction action, PullRequest pullRequest) {}
