/**
 * What the operator holds against a closed round. An appeal is a procedure of its own: it never changes the result that was
 * issued; one that is upheld leads to another evaluation of the station.
 */
package cn.mingjian.scoring.appeal;
