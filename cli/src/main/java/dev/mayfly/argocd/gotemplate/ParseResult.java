package dev.mayfly.argocd.gotemplate;

/** A template, or why it is none. */
public sealed interface ParseResult permits GoTemplate, TemplateFault {}
