package dev.ouroboros.hdl.syntax;

import java.util.List;

/** A node of the tree. Its span starts with its first token and ends with its last; trivia around it is outside. */
public sealed interface Node permits Expression, Statement, Item, Part {

    Span span();

    /** Returns the nodes right below, in source order and without overlap. */
    List<Node> children();
}
