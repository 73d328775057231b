/** The server for coding agents: runs as tools of the Model Context Protocol, on standard input and output. */
@NullMarked
package dev.ouroboros.app.mcp;

import org.jspecify.annotations.NullMarked;
