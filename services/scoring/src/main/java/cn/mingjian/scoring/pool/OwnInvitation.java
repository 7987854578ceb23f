package cn.mingjian.scoring.pool;

/** An invitation as the invited sees it, who may not read the evaluation yet: with what that is called. */
record OwnInvitation(String title, Invitation invitation) {}
