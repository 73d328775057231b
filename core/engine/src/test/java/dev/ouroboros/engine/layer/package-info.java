@NullMarked
package dev.ouroboros.engine.layer;

import org.jspecify.annotations.NullMarked;
