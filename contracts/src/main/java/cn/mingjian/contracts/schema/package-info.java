/** What JSON Schemas of events and bodies have in common. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.contracts.schema;
