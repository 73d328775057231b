/** What jextract 23 makes of ouroboros_kernel.h. Generated: change the header and run native/bindings. */
package dev.ouroboros.nativec.generated;
