@NullMarked
package dev.ouroboros.agent.run;

import org.jspecify.annotations.NullMarked;
