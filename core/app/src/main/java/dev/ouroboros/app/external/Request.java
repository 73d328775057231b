package dev.ouroboros.app.external;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What {@code request-N.json} holds.
 *
 * @param answer the file to write
 * @param atMost proposals in one answer
 * @param how what an answer may say
 */
record Request(
        int request,
        String run,
        String answer,
        @JsonProperty("at_most") int atMost,
        TaskView task,
        ContextView context,
        List<String> how) {

    /** Examples that fit every task but for their names. */
    static final List<String> HOW = List.of(
            "Write the answer to a file of another name and rename it, so that it is there as a whole.",
            "Propose: {\"proposals\": [{\"edits\": [{\"path\": \"PART/FILE\", \"search\": \"old\", \"replace\": \"new\"}],"
                    + " \"rationale\": \"why\"}]}",
            "In place of edits, or with them: \"files\": [{\"path\": \"PART/FILE\", \"text\": \"…\"}],"
                    + " \"parameters\": {\"PART\": {\"NAME\": 1}}, \"diff\": \"a unified diff\"; \"parent\": a candidate"
                    + " other than the best.",
            "Have a candidate of the history confirmed now: {\"confirm\": \"the first digits of its digest\"}",
            "End the search: {\"finish\": true}");
}
