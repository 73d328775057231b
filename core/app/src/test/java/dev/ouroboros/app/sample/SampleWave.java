package dev.ouroboros.app.sample;

import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.evaluation.Attachment;
import java.nio.charset.StandardCharsets;

/** A made-up waveform: a counter whose carry out of the lower digit is lost, so that it shows 0 where the seed has 16. */
public final class SampleWave {
    private SampleWave() {}

    /** Returns the file. */
    static Attachment.Made attachment(String outputName) {
        return new Attachment.Made(
                "counterexample.vcd", "text/x-vcd", Blob.of(text(outputName).getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the dump: 18 cycles, of which the first two reset and the last is wrong. */
    public static String text(String outputName) {
        var text = new StringBuilder("""
                $timescale 1ns $end
                $scope module input $end
                $var wire 1 s0 clock $end
                $var wire 1 s1 rst $end
                $var wire 1 s2 en $end
                $var wire 4 s3 unused $end
                $upscope $end
                $scope module seed $end
                $var wire 5 s4 %1$s $end
                $var wire 1 s5 top $end
                $upscope $end
                $scope module candidate $end
                $var wire 5 s6 %1$s $end
                $var wire 1 s7 top $end
                $upscope $end
                $scope module wrong $end
                $var wire 1 s8 %1$s $end
                $upscope $end
                $enddefinitions $end
                #0
                1s0
                1s1
                xs2
                b0101 s3
                bxxxxx s4
                xs5
                bxxxxx s6
                xs7
                0s8
                #5
                0s0
                """.formatted(outputName));
        for (int cycle = 1; cycle < 18; cycle++) {
            int count = Math.max(0, cycle - 1);
            text.append("#").append(10 * cycle).append("\n1s0\n");
            text.append(cycle == 2 ? "0s1\n1s2\n" : "");
            text.append("b")
                    .append(Integer.toBinaryString(32 + count).substring(1))
                    .append(" s4\n");
            text.append("b")
                    .append(Integer.toBinaryString(32 + count % 16).substring(1))
                    .append(" s6\n");
            text.append(count >> 4).append("s5\n").append(count >> 4).append("s7\n");
            text.append(cycle == 17 ? "1s8\n" : "");
            text.append("#").append(10 * cycle + 5).append("\n0s0\n");
        }
        return text.append("#180\n").toString();
    }
}
