/** Requests drawn from the OpenAPI files by a seed, and what holds of every answer to them. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.acceptance.fuzz;
