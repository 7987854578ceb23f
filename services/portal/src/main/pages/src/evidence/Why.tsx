import { useQuery } from '@tanstack/react-query';
import { got, indicator, staffing } from '../api/client';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { figure } from '../app/words';
import type { Evaluation } from '../evaluation/EvaluationPage';
import { useAgreement } from './agreement';
import { Figure } from './Figure';
import { spoken, unitOf } from './subjects';

/** How one figure came about: {@code indicator:…} and {@code indicators:…} by indicators, {@code staffing:…} by the team. */
export function Why(props: { round: Evaluation; figure: string; close: () => void }) {
  const path = { evaluation: props.round.code, figure: props.figure };
  const agreement = useAgreement(props.round);
  const said = (text: string) => spoken(text, agreement.data?.indicators ?? [], agreement.data?.areas ?? []);
  const figures = useQuery({
    queryKey: ['figure', props.round.code, props.figure],
    queryFn: async () => {
      const found = props.figure.startsWith('staffing')
        ? await got(staffing.GET('/v1/evaluations/{evaluation}/figures/{figure}', { params: { path } }))
        : await got(indicator.GET('/v1/evaluations/{evaluation}/figures/{figure}', { params: { path } }));
      return found as { value: string; exact?: string; formula: string; inputs?: { name: string; value: string }[] };
    },
  });
  return (
    <Dialog open title="数值的由来" footer={null} onCancel={props.close}>
      <Asked query={figures}>
        {(found) => (
          <>
            <p>{said(found.formula)}</p>
            <Figure name="数值" printed={figure(found.value) + (found.value ? unitOf(props.figure) : '')} exact={found.exact} />
            <Table
              size="small"
              rowKey={(row) => row.name}
              pagination={{ pageSize: 10, hideOnSinglePage: true }}
              dataSource={found.inputs ?? []}
              columns={[
                { title: '取自', render: (_, row) => said(row.name) },
                { title: '数值', className: 'number', render: (_, row) => figure(row.value) },
              ]}
            />
          </>
        )}
      </Asked>
    </Dialog>
  );
}
