@NullMarked
package dev.ouroboros.engine.process;

import org.jspecify.annotations.NullMarked;
