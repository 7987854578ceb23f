/**
 * This service's copies of signed agreements, every version as district published it. Hears AgreementSigned; evaluations pin
 * the version they are measured against.
 */
@NullMarked
package cn.mingjian.indicator.agreement;

import org.jspecify.annotations.NullMarked;
