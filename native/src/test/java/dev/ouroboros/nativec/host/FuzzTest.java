package dev.ouroboros.nativec.host;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final LayerOptions OPTIONS =
            new LayerOptions(null, Kernels.SANDBOX, new DefaultToolRunner(), SecretRandom.fromSystem());

    @Test
    void anHonestKernelHasNoMistakeInManyInputs() throws Exception {
        assertNull(Fuzz.of(Kernels.PART, OPTIONS).complaint(Kernels.TASK.seed(), 100));
    }

    @Test
    void aMistakeThatShowsAtSomeShapesOnlyIsFound() throws Exception {
        var wrong = Kernels.artifact(Attack.kernel("", "honest(m, n, k, a, b, c); if (m % 4 == 3) c[0] += 1;"));
        assertNotNull(Fuzz.of(Kernels.PART, OPTIONS).complaint(wrong, 100));
    }
}
