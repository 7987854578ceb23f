import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { fileAddress, got, gotOrNone, portal, report } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Download } from '../app/Download';
import { Asked } from '../app/states';
import { moment } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';

const FILES: Record<string, string> = { 'report.pdf': 'PDF', 'report.docx': 'Word', 'report.xlsx': '附表 Excel', 'report.html': '网页版' };

/** The report to read and to take along: the final one once there is one, before that the draft. */
export default function ReportPart({ evaluation }: PartProps) {
  const confirm = useConfirm();
  const params = { path: { evaluation: evaluation.code } };
  const editions = useQuery({
    queryKey: ['report', evaluation.code, evaluation.phase],
    queryFn: async () => {
      const final = await gotOrNone(report.GET('/v1/evaluations/{evaluation}/final', { params }));
      if (final) return { edition: 'final', ...final };
      const draft = await gotOrNone(report.GET('/v1/evaluations/{evaluation}/draft', { params }));
      return draft ? { edition: 'draft', issuedAt: null, ...draft } : null;
    },
    refetchInterval: 10_000,
  });
  const issue = useChange(() => got(report.PUT('/v1/evaluations/{evaluation}/final/issue', { params })), '报告已签发');
  const ask = () =>
    confirm({
      title: '签发报告？',
      content: '签发后报告对各方正式生效，不能撤回。',
      okText: '签发',
      send: () => issue.mutateAsync(undefined),
    });
  return (
    <Asked query={editions}>
      {(found) =>
        found === null ? (
          <Alert type="info" showIcon title="还没有报告" description="四方全部提交后生成报告初稿。" />
        ) : (
          <>
            <div className="actions">
              <span className="mark" data-testid="report-state">
                {found.edition === 'draft' ? (evaluation.phase === 'CLOSED' ? '初稿，正式报告待签发' : '初稿（征求意见）') : found.issuedAt ? '已签发' : '待签发'}
              </span>
              <span className="soft">
                第 {found.version} 版，{moment(found.issuedAt ?? found.renderedAt)}
              </span>
              {Object.keys(found.digests)
                .filter((file) => file in FILES)
                .map((file) => (
                  <Download key={file} button service="report" path={`/v1/evaluations/${evaluation.code}/${found.edition}/${file}`} name={file}>
                    下载 {FILES[file]}
                  </Download>
                ))}
              {portal === 'bureau' && found.edition === 'final' && !found.issuedAt && (
                <Button type="primary" onClick={ask} loading={issue.isPending} data-testid="issue">
                  签发报告
                </Button>
              )}
            </div>
            <ReportDocument key={`${found.edition}/${found.version}`} address={fileAddress('report', `/v1/evaluations/${evaluation.code}/${found.edition}/report.html`)} />
          </>
        )
      }
    </Asked>
  );
}

/** How wide a page of paper is between its margins, in the browser's pixels. */
const PAPER = '680px';

/**
 * The report as it is read, a document of its own that runs nothing. It prints itself, in its own typography; where the page around it
 * is printed, it stands there whole.
 */
function ReportDocument({ address }: { address: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const whole = () => {
      const shown = frame.current;
      if (!shown) return;
      shown.style.width = PAPER;
      shown.style.height = `${shown.contentDocument?.documentElement.scrollHeight ?? 0}px`;
    };
    const again = () => frame.current?.removeAttribute('style');
    window.addEventListener('beforeprint', whole);
    window.addEventListener('afterprint', again);
    return () => {
      window.removeEventListener('beforeprint', whole);
      window.removeEventListener('afterprint', again);
    };
  }, []);
  return (
    <>
      <div className="actions">
        <Button onClick={() => frame.current?.contentWindow?.print()}>打印报告</Button>
        <Button href={address} target="_blank" rel="noreferrer">
          全屏阅读
        </Button>
      </div>
      <iframe ref={frame} title="评估报告" className="report-frame" sandbox="allow-same-origin allow-modals" src={address} />
    </>
  );
}
