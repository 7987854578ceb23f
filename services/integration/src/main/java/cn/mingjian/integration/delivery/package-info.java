/**
 * Deliveries of service records: streamed line by line, cut into chunks, every delivery with a receipt and its bad lines in
 * quarantine. Emits ServiceRecordsReceived, hears ServiceRecordsCounted.
 */
@NullMarked
package cn.mingjian.integration.delivery;

import org.jspecify.annotations.NullMarked;
