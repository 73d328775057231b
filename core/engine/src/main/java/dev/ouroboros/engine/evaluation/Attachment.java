package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.engine.artifact.Blob;
import java.util.regex.Pattern;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A file that a stage leaves beside its verdict, such as a counterexample as a waveform. It is for people: no proposer
 * gets it, and what one should know stands in the verdict's text. A report draws the media types it knows.
 */
@JsonDeserialize(as = Attachment.Kept.class)
public sealed interface Attachment {

    /** Returns a plain file name, unique within the verdict. */
    String name();

    /** Returns its media type, for example {@code text/x-vcd}. */
    String mediaType();

    /** Returns the SHA-256 of its content. */
    String digest();

    /** Returns it as the record of a run names it. */
    default Kept kept() {
        return new Kept(name(), mediaType(), digest());
    }

    /** As a stage makes it. */
    record Made(String name, String mediaType, @JsonIgnore Blob content) implements Attachment {
        public Made {
            Names.check(name);
        }

        @Override
        @JsonProperty
        public String digest() {
            return content.digest();
        }
    }

    /** As the record of a run has it; the content is the archive's blob of that digest. */
    record Kept(String name, String mediaType, String digest) implements Attachment {
        public Kept {
            Names.check(name);
        }
    }

    /** An attachment is written below the name of its stage, and must not get anywhere else. */
    final class Names {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

        private Names() {}

        private static void check(String name) {
            if (!PLAIN.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "expected a plain file name for an attachment, found '" + name + "'");
            }
        }
    }
}
