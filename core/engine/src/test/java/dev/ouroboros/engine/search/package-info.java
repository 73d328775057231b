@NullMarked
package dev.ouroboros.engine.search;

import org.jspecify.annotations.NullMarked;
