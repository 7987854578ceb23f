/**
 * The municipal platform's service records: their highest versions, what these add up to, and which of them still wait for a
 * review. Hears ServiceRecordsReceived, emits ServiceRecordsCounted. Evaluations read totals, never records.
 */
@NullMarked
package cn.mingjian.indicator.record;

import org.jspecify.annotations.NullMarked;
