/** What the virtual machine is shown after a build, so that it starts prepared: {@link Rehearsal}. */
@NullMarked
package dev.ouroboros.app.rehearsal;

import org.jspecify.annotations.NullMarked;
