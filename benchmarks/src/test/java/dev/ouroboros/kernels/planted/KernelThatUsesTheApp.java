package dev.ouroboros.kernels.planted;

import dev.ouroboros.app.planted.AppThatNamesALayer;

/** A layer that reaches up. */
public record KernelThatUsesTheApp(AppThatNamesALayer app) {}
