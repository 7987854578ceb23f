import { Alert } from 'antd';
import { Grid, type Column } from '../app/Grid';
import { month } from '../app/words';

interface Worker {
  worker: string;
  position: string;
  months: Month[];
  personMonths: string;
  note?: string | null;
}

interface Month {
  month: string;
  present: boolean;
  insured: boolean;
  paid: boolean;
}

/** Who was there in which month, and the months that ask for an explanation: present, and not insured or not paid. */
export function Attendance({ workers, unexplained }: { workers: Worker[]; unexplained: { worker: string; month: string }[] }) {
  if (workers.length === 0) return null;
  const months = [...new Set(workers.flatMap((one) => one.months.map((each) => each.month)))].sort();
  const columns: Column[] = [
    { key: 'worker', title: '编号' },
    { key: 'position', title: '岗位' },
    { key: 'personMonths', title: '人月', kind: 'number' },
    ...months.map((which): Column => ({ key: which, title: `${Number(which.slice(5))}月` })),
    { key: 'note', title: '备注' },
  ];
  return (
    <>
      {unexplained.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有 ${unexplained.length} 处在岗而未参保或未发薪`}
          description={unexplained.map((one) => `${one.worker} ${month(one.month)}`).join('、')}
        />
      )}
      <h3>逐月在岗</h3>
      <Grid
        label="逐月在岗"
        columns={columns}
        rows={workers.map(({ worker, position, personMonths, note, months: marks }) => ({
          worker,
          position,
          personMonths,
          note: note ?? '',
          ...Object.fromEntries(marks.map((one) => [one.month, marked(one)])),
        }))}
        change={() => {}}
        frozen
      />
    </>
  );
}

const marked = ({ present, insured, paid }: Month) =>
  present ? ['在岗', ...(insured ? [] : ['未参保']), ...(paid ? [] : ['未发薪'])].join('，') : '';
