/** Who evaluates: the panel by account, pledges and recusals. Nobody scores before pledging, a recused one never. */
package cn.mingjian.scoring.panel;
