/** What a proposer outside of this process reads and writes: the same JSON for files and for tools. */
@NullMarked
package dev.ouroboros.app.external;

import org.jspecify.annotations.NullMarked;
