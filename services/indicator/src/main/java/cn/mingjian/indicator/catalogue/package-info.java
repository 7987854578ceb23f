/**
 * What an agreement buys: areas, indicators and their targets. Plain values without a framework; read from AgreementSigned by
 * the feature {@code agreement}.
 */
@NullMarked
package cn.mingjian.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
