package dev.ouroboros.java.jmh;

import dev.ouroboros.java.data.Draw;
import java.util.List;

/** What a child that runs JMH is told. */
record Plan(String owner, String method, List<String> types, List<String> libraries, List<Draw> draws, long seed) {}
