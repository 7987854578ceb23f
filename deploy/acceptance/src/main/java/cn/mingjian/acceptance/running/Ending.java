package cn.mingjian.acceptance.running;

/** How a command ended and what it said. */
public record Ending(int code, String said) {}
