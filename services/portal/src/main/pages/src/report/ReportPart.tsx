import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { fileAddress, got, gotOrNone, portal, report } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
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
          <Alert type="info" showIcon title="还没有报告" description="四方全部提交后生成报告草稿。" />
        ) : (
          <>
            <div className="actions">
              <span className="mark" data-testid="report-state">
                {found.edition === 'draft' ? '征求意见稿' : found.issuedAt ? '已签发' : '待签发'}
              </span>
              <span className="soft">
                第 {found.version} 版，{moment(found.issuedAt ?? found.renderedAt)}
              </span>
              {Object.keys(found.digests)
                .filter((file) => file in FILES)
                .map((file) => (
                  <Button key={file} href={fileAddress('report', `/v1/evaluations/${evaluation.code}/${found.edition}/${file}`)} download={file}>
                    下载 {FILES[file]}
                  </Button>
                ))}
              {portal === 'bureau' && found.edition === 'final' && !found.issuedAt && (
                <Button type="primary" onClick={ask} loading={issue.isPending} data-testid="issue">
                  签发报告
                </Button>
              )}
            </div>
            <iframe
              title="评估报告"
              className="report-frame"
              sandbox=""
              src={fileAddress('report', `/v1/evaluations/${evaluation.code}/${found.edition}/report.html`)}
            />
          </>
        )
      }
    </Asked>
  );
}
