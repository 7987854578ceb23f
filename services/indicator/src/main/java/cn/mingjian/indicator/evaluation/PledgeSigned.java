package cn.mingjian.indicator.evaluation;

/** scoring's event: an account of a panel has pledged. */
record PledgeSigned(String evaluation, String account) {}
