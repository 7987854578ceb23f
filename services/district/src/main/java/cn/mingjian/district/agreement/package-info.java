/**
 * Agreements: what a purchaser bought of an operator, with areas, catalogue of indicators and targets, in versions. Emits
 * AgreementSigned with each version.
 */
@NullMarked
package cn.mingjian.district.agreement;

import org.jspecify.annotations.NullMarked;
