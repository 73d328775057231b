package dev.ouroboros.agent.config;

/** The configuration of models has a mistake, or there is none. The message says where, and how to go on. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
