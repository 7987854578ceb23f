/** The stations that records may be delivered for. Hears StationRegistered. */
@NullMarked
package cn.mingjian.integration.station;

import org.jspecify.annotations.NullMarked;
