import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { district, got } from '../api/client';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';
import { day, party, PARTIES, phase } from '../app/words';
import { percent, type Entry } from './board';

const LINES: [string, (entry: Entry) => ReactNode][] = [
  ['站点', (entry) => entry.stationName ?? entry.station],
  ['镇街', (entry) => entry.town ?? '—'],
  ['阶段', (entry) => phase(entry.phase)],
  ['报告日期', (entry) => day(entry.reportDate as string | null)],
  ['总分', (entry) => entry.total ?? '—'],
  ['等级', (entry) => entry.grade ?? '—'],
  ...Object.keys(PARTIES).map((code): [string, (entry: Entry) => ReactNode] => [
    `${party(code)}得分`,
    (entry) => entry.parties?.find((one) => one.party === code)?.raw ?? '—',
  ]),
  ['上一轮', (entry) => (entry.previousGrade ? `${entry.previousTotal ?? ''} ${entry.previousGrade}` : '—')],
  ['完成指标', (entry) => (entry.indicators ? `${entry.indicatorsMet} / ${entry.indicators}` : '—')],
  ['超额完成', (entry) => entry.indicatorsExceeded ?? '—'],
  ['在岗人数', (entry) => entry.headcount ?? '—'],
  ['持证率', (entry) => percent(entry.certifiedRate)],
  ['稳岗率', (entry) => percent(entry.retention)],
];

/** Rounds side by side. */
export function ComparedRounds({ place, evaluations, close }: { place: string; evaluations: string[]; close: () => void }) {
  const comparison = useQuery({
    queryKey: ['board-comparison', place, evaluations],
    queryFn: () =>
      got(
        district.GET('/v1/districts/{district}/board/comparison', {
          params: { path: { district: place }, query: { evaluation: evaluations } },
        }),
      ),
  });
  return (
    <Dialog open width={1100} title="比较" footer={null} onCancel={close}>
      <Asked query={comparison}>
        {(found) => (
          <div className="grid-scroll" role="region" aria-label="比较" tabIndex={0}>
            <table className="grid">
              <thead>
                <tr>
                  <th scope="col">　</th>
                  {found.evaluations.map((entry) => (
                    <th key={entry.evaluation} scope="col">
                      {entry.stationName ?? entry.station}
                      <div className="soft">{entry.title}</div>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {LINES.map(([label, show]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    {found.evaluations.map((entry) => (
                      <td key={entry.evaluation} data-label={entry.title} className="number">
                        {show(entry)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
    </Dialog>
  );
}
