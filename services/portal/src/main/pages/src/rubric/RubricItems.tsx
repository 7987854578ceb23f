import { useQuery } from '@tanstack/react-query';
import { got, scoring } from '../api/client';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';
import { PARTIES } from '../app/words';
import { itemsOf, type RubricItem } from '../sheet/rubric';

const KINDS: Record<string, string> = { BONUS: '加分', DEDUCTION: '扣分', VETO: '一票否决' };

const BASES: Record<string, string> = {
  'staffing:retention': '稳岗率',
  'staffing:certified-rate': '持证率',
  'staffing:experienced-rate': '有经验人员比率',
  satisfaction: '满意度',
};

const basis = (text: string | undefined) => (text ? (BASES[text] ?? text.replace(/^indicator:/, '指标 ')) : '—');

/** A version of a rubric as people read it: by party, in its order, with what its items rest on. */
export function RubricItems(props: { district: string; rubric: string; version: string; close: () => void }) {
  const { district, rubric, version, close } = props;
  const found = useQuery({
    queryKey: ['rubric-version', district, rubric, version],
    queryFn: () =>
      got(scoring.GET('/v1/districts/{district}/rubrics/{rubric}/versions/{version}', { params: { path: { district, rubric, version } } })),
  });
  return (
    <Dialog open width={960} title={`${rubric} 第 ${version} 版`} footer={null} onCancel={close}>
      <Asked query={found}>
        {({ rubric: kept }) => (
          <>
            <p className="soft">评分以 {kept.step ?? '0.5'} 分为一档。</p>
            {Object.entries(PARTIES).map(([code, name]) => {
              const items = itemsOf(kept, code);
              return items.length > 0 && <Part key={code} name={name} items={items} />;
            })}
          </>
        )}
      </Asked>
    </Dialog>
  );
}

function Part({ name, items }: { name: string; items: RubricItem[] }) {
  return (
    <section aria-label={name}>
      <h3>
        {name} <span className="soft">{items.length} 项</span>
      </h3>
      <div className="grid-scroll" role="region" aria-label={`${name}的评分项`} tabIndex={0}>
        <table className="grid whole">
          <thead>
            <tr>
              <th scope="col">编码</th>
              <th scope="col">评分项</th>
              <th scope="col" className="number">
                满分
              </th>
              <th scope="col">性质</th>
              <th scope="col">依据</th>
              <th scope="col">须写理由</th>
            </tr>
          </thead>
          {grouped(items).map(([path, group]) => (
            <tbody key={path}>
              <tr>
                <th scope="rowgroup" colSpan={6}>
                  {path}
                </th>
              </tr>
              {group.map((item) => (
                <tr key={item.code}>
                  <td>{item.code}</td>
                  <td>{item.name}</td>
                  <td className="number">{item.max}</td>
                  <td>{KINDS[item.kind] ?? '评分'}</td>
                  <td>{basis(item.basis)}</td>
                  <td>{item.commentBelow ? `低于 ${item.commentBelow} 分` : '—'}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

/** Items under the categories above them, in the rubric's order. */
function grouped(items: RubricItem[]): [string, RubricItem[]][] {
  const groups = new Map<string, RubricItem[]>();
  for (const item of items) {
    const path = item.path.join(' › ');
    groups.set(path, [...(groups.get(path) ?? []), item]);
  }
  return [...groups];
}
