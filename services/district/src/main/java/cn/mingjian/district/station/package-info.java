/**
 * Stations: their profile in versions, and the groups of the roles that people have there. Emits StationRegistered with
 * each version.
 */
@NullMarked
package cn.mingjian.district.station;

import org.jspecify.annotations.NullMarked;
