/**
 * Districts: registered by the installer, with the first account of their bureau and, where there is one, the account of
 * the municipal platform. Owns the row that is locked while a version of a place's documents is made.
 */
@NullMarked
package cn.mingjian.district.registry;

import org.jspecify.annotations.NullMarked;
