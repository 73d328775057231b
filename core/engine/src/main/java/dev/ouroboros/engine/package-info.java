@NullMarked
package dev.ouroboros.engine;

import org.jspecify.annotations.NullMarked;
