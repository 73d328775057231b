/** What a kernel is called with, and what its answers must be: the part of a task that the layers of C-like languages share. */
@NullMarked
package dev.ouroboros.cfamily.task;

import org.jspecify.annotations.NullMarked;
