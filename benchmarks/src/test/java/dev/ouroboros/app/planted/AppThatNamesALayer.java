package dev.ouroboros.app.planted;

import dev.ouroboros.kernels.planted.KernelThatUsesTheApp;
import java.util.List;

/** An application class that depends on a layer at compile time. */
public record AppThatNamesALayer() {

    public static List<KernelThatUsesTheApp> kernels() {
        return List.of(new KernelThatUsesTheApp(new AppThatNamesALayer()));
    }
}
