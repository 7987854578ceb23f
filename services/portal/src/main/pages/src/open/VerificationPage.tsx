import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, open, ProblemError } from '../api/client';
import { Field } from '../app/Field';
import { lines } from '../app/states';
import { useTitle } from '../app/title';
import { moment } from '../app/words';

/** Whether a report in one's hands is the one that was issued. */
export function VerificationPage() {
  useTitle('报告验证');
  const [code, setCode] = useState('');
  const check = useMutation({
    mutationFn: () => got(open.report.POST('/v1/issued-reports/verifications', { body: { code: code.trim() } })),
  });
  return (
    <>
      <div className="head">
        <h1>验证评估报告</h1>
        <p>核验码印在报告末页。</p>
      </div>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate();
        }}
      >
        <Field label="核验码" value={code} set={setCode} />
        <Button type="primary" htmlType="submit" disabled={!code.trim()} loading={check.isPending}>
          验证
        </Button>
        {check.data && (
          <Alert
            type="success"
            showIcon
            title={check.data.title}
            description={
              <>
                签发于 {moment(check.data.issuedAt)}
                <br />
                PDF 文件的 SHA-256 摘要：<code>{check.data.pdfDigest}</code>
              </>
            }
          />
        )}
        {check.isError && (
          <Alert
            type="error"
            showIcon
            title={check.error instanceof ProblemError && check.error.status === 404 ? '没有签发过这份报告' : '没有查到'}
            description={lines(check.error).join('；')}
          />
        )}
      </form>
    </>
  );
}
