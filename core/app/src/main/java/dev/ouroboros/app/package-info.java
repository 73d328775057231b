@NullMarked
package dev.ouroboros.app;

import org.jspecify.annotations.NullMarked;
