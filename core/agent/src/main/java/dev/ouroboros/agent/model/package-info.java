/** Models behind one interface: providers over HTTP, a file in this process, and a record of earlier answers. */
@NullMarked
package dev.ouroboros.agent.model;

import org.jspecify.annotations.NullMarked;
