/** The command line: one class a command, the same exit codes and {@code --json} for all. */
@NullMarked
package dev.ouroboros.app.cli;

import org.jspecify.annotations.NullMarked;
