package dev.ouroboros.nativec.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.nativec.generated.HeaderDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HeaderDigestTest {

    @Test
    void theBindingIsThatOfTheHeader() throws Exception {
        byte[] header = Files.readAllBytes(Path.of("src/main/c/ouroboros_kernel.h"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(header));
        assertEquals(digest, HeaderDigest.SHA_256, "run native/bindings after a change of the header");
    }
}
