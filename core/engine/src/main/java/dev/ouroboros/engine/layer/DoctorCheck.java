package dev.ouroboros.engine.layer;

/** One thing {@code doctor} looks at by really trying it. */
public interface DoctorCheck {

    /** Tries it. May take a second or two; never throws for what is merely missing. */
    Finding find() throws InterruptedException;

    /**
     * What was found.
     *
     * @param what the tool or device
     * @param present whether it works
     * @param detail version or name if it works, else what is wrong
     * @param disables what does not work without it; empty if present
     * @param mend the command that mends it; empty if present
     */
    record Finding(String what, boolean present, String detail, String disables, String mend) {
        /** Returns a finding of something that works. */
        public static Finding works(String what, String detail) {
            return new Finding(what, true, detail, "", "");
        }
    }
}
