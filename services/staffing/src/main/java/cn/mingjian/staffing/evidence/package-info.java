/**
 * What the operator enters about its staff: roster, attendance, training. Whole documents, versioned; a document with a
 * fault is refused with every fault in it and changes nothing; after the freeze nothing changes any more.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.staffing.evidence;
