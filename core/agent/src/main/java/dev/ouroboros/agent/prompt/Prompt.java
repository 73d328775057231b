package dev.ouroboros.agent.prompt;

/**
 * What a model is shown to begin with.
 *
 * @param system who it is, and the form of its answer
 * @param user the task and the evidence
 */
public record Prompt(String system, String user) {}
