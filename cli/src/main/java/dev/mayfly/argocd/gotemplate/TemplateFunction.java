package dev.mayfly.argocd.gotemplate;

/** A function a template can call. */
interface TemplateFunction {
  GoValue call(Arguments arguments) throws TemplateStop;
}
