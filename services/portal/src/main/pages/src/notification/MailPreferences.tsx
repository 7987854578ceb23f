import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { district, got } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { Asked } from '../app/states';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

/** What notifications are about; the inbox has them all, mail those that are wanted. */
const KINDS: Record<string, string> = {
  EVALUATION_OPENED: '评估开启',
  INVITED: '评估邀请',
  ON_PANEL: '列入评估团队',
  RECUSAL_REQUESTED: '回避申请',
  RECUSAL_DECIDED: '回避裁定',
  EVALUATOR_REPLACED: '撤换评委',
  SCORING_OPEN: '开始评分',
  DEADLINE_SET: '评分截止时间',
  DEADLINE_NEAR: '评分即将截止',
  DEADLINE_MISSED: '到期未提交',
  ALL_SUBMITTED: '四方提交完毕',
  DRAFT_PUBLISHED: '报告初稿',
  OBJECTION_RAISED: '收到异议',
  OBJECTION_DECIDED: '异议裁定',
  PARTY_REOPENED: '本方须重新提交',
  SHEETS_REOPENED: '重新开放评分',
  NOTICE_ISSUED: '评估通知',
  VETO_RAISED: '一票否决',
  VETO_DECIDED: '一票否决裁定',
  CLOSED: '评估办结',
  CANCELLED: '评估取消',
  REPORT_ISSUED: '报告签发',
  APPEAL_LODGED: '收到申诉',
  APPEAL_DECIDED: '申诉裁定',
};

interface Kept {
  email?: string;
  muted?: string[];
}

/** Whether this account is told by mail as well, where to, and of what. */
export function MailPreferences() {
  const kept = useQuery({ queryKey: ['notification-preferences'], queryFn: () => got(district.GET('/v1/notification-preferences')) });
  return <Asked query={kept}>{(found) => <Form key={JSON.stringify(found)} kept={found} />}</Asked>;
}

function Form({ kept }: { kept: Kept }) {
  const [email, setEmail] = useState(kept.email ?? '');
  const [wanted, setWanted] = useState(Object.keys(KINDS).filter((kind) => !kept.muted?.includes(kind)));
  const save = useChange(
    () =>
      got(
        district.PUT('/v1/notification-preferences', {
          body: {
            ...(email.trim() ? { email: email.trim() } : {}),
            muted: Object.keys(KINDS).filter((kind) => !wanted.includes(kind)),
          },
        }),
      ),
    '邮件提醒已保存',
  );
  useUnsaved([email, wanted], [kept.email, Object.keys(KINDS).filter((kind) => !kept.muted?.includes(kind))], save.isPending);
  return (
    <form className="card" aria-labelledby="mail" onSubmit={submitted(() => save.mutate(undefined))}>
      <h2 id="mail">邮件提醒</h2>
      <div className="form">
        <Field label="邮箱（不填则不发邮件）" at={save.at('/email')} value={email} set={setEmail} />
      </div>
      <Checkbox.Group
        aria-label="哪些通知同时发邮件"
        value={wanted}
        onChange={setWanted}
        options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存邮件提醒
        </Button>
      </div>
    </form>
  );
}
