import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, scoring, sendFile } from '../api/client';
import { useChange } from '../app/change';
import { Download } from '../app/Download';
import { FileChoice } from '../app/FileChoice';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { moment, party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file as the services know it: by what is in it. */
async function digestOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The attachments of a round that the visitor may see. */
export const useAttachments = (evaluation: string) =>
  useQuery({
    queryKey: ['attachments', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/attachments', { params: { path: { evaluation } } })),
  });

/** Files that belong to a round. */
export default function AttachmentPart({ evaluation, seat }: PartProps) {
  const takesPart = !seat || (seat.pledged && !seat.partySubmitted);
  return <Attachments evaluation={evaluation.code} open={takesPart && (evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING')} />;
}

/** What the visitor may see of them, and a place for one more while there may be more. */
export function Attachments({ evaluation, open }: { evaluation: string; open: boolean }) {
  const attachments = useAttachments(evaluation);
  const [file, setFile] = useState<File | null>(null);
  const send = useChange(async () => {
    const chosen = file as File;
    const type = TYPES[chosen.name.split('.').pop()?.toLowerCase() ?? ''] ?? chosen.type;
    const digest = await digestOf(chosen);
    return sendFile('scoring', `/v1/evaluations/${evaluation}/attachments/${digest}?name=${encodeURIComponent(chosen.name)}`, chosen, type);
  }, '已上传');
  return (
    <section className="card" aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <Asked query={attachments}>
        {(found) =>
          found.attachments.length === 0 ? (
            <Nothing>还没有您可以查看的附件</Nothing>
          ) : (
            <Table
              size="small"
              rowKey="digest"
              scroll={{ x: 'max-content' }}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              dataSource={found.attachments}
              columns={[
                {
                  title: '文件',
                  render: (_, one) => (
                    <Download service="scoring" path={`/v1/evaluations/${evaluation}/attachments/${one.digest}`} name={one.name}>
                      {one.name}
                    </Download>
                  ),
                },
                { title: '大小', className: 'number', render: (_, one) => size(Number(one.bytes)) },
                { title: '来自', render: (_, one) => (one.party ? party(one.party) : '区民政局或承办方') },
                { title: '上传', render: (_, one) => moment(one.attachedAt as string) },
              ]}
            />
          )
        }
      </Asked>
      {open && (
        <div className="actions">
          <FileChoice label="上传附件（PDF、图片、Word、Excel，不超过 10 MB）" accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx" file={file} choose={setFile} />
          <Button type="primary" disabled={!file} loading={send.isPending} onClick={() => send.mutate(undefined)}>
            上传
          </Button>
        </div>
      )}
    </section>
  );
}

const size = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
