@NullMarked
package dev.ouroboros.engine.space;

import org.jspecify.annotations.NullMarked;
