package dev.ouroboros.hdl.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String NETLIST = """
            {"modules": {"top": {"ports": {}, "netnames": {}, "cells": {
              "nowhere": {"type": "SB_LUT4", "attributes": {"src": "top.v:0.0-0.0"}, "port_directions": {}, "connections": {}},
              "second": {"type": "SB_LUT4", "attributes": {"src": "top.v:0.0-0.0|top.v:2.3-2.9"}, "port_directions": {},
                "connections": {}}
            }}}}
            """;

    @Test
    void aCellAtLineZeroStandsNowhere() throws Exception {
        var origins = Origins.of(NETLIST, "top", Map.of("top.v", "module top;\n  assign y = a;\nendmodule\n"));
        assertNull(origins.ofCell("nowhere"));
        assertEquals(new SourceLine("top.v", 2, "assign y = a;"), origins.ofCell("second"));
    }
}
