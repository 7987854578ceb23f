import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Button } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { partyOf } from '../app/words';
import { Figure } from '../evidence/Figure';
import { usePanel } from './panel';

interface Step {
  figure: string;
  name: string;
}

/** How a version of the result came about: from its grade one level at a time, down to what each evaluator of one's own party gave. */
export function FigureWhy(props: { evaluation: string; version: number; close: () => void }) {
  const [way, setWay] = useState<Step[]>([{ figure: 'grade', name: '等级' }]);
  const at = way[way.length - 1] as Step;
  const isOpen = (figure: string) =>
    !figure.startsWith('item:') || portal === 'bureau' || way.some((step) => step.figure === `party:${partyOf(portal)}:raw`);
  const panel = usePanel(props.evaluation);
  const label = (evaluator: string) => panel.data?.members?.find((member) => member.evaluator === evaluator)?.label ?? evaluator;
  const figure = useQuery({
    queryKey: ['figure', props.evaluation, props.version, at.figure],
    queryFn: () =>
      got(
        scoring.GET('/v1/evaluations/{evaluation}/result/versions/{version}/figures/{figure}', {
          params: { path: { evaluation: props.evaluation, version: props.version, figure: at.figure } },
        }),
      ),
  });
  return (
    <Dialog open title={`第 ${props.version} 版结果的由来`} width={720} footer={null} onCancel={props.close}>
      <Breadcrumb
        items={way.map((step, index) => ({
          key: step.figure,
          title:
            index < way.length - 1 ? (
              <Button type="link" size="small" onClick={() => setWay(way.slice(0, index + 1))}>
                {step.name}
              </Button>
            ) : (
              step.name
            ),
        }))}
      />
      <Asked query={figure}>
        {(found) => (
          <>
            <p className="soft">{found.formula}</p>
            <Figure name={at.name} printed={found.printed ?? '未评分'} exact={found.exact} />
            <Table
              size="small"
              rowKey={(row) => row.figure ?? row.name}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              scroll={{ x: 'max-content' }}
              dataSource={found.inputs}
              columns={[
                {
                  title: '取自',
                  render: (_, row) =>
                    row.figure && isOpen(row.figure) ? (
                      <Button type="link" size="small" onClick={() => setWay([...way, { figure: row.figure as string, name: row.name }])}>
                        {row.name}
                      </Button>
                    ) : row.version ? (
                      `${label(row.name)}（评分表第 ${row.version} 版）`
                    ) : (
                      row.name
                    ),
                },
                { title: '数值', dataIndex: 'value', className: 'number' },
              ]}
            />
          </>
        )}
      </Asked>
    </Dialog>
  );
}
