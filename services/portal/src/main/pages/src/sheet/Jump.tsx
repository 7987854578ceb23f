import { Button, Select } from 'antd';
import type { RubricItem } from './rubric';

const go = (item: string) => {
  const score = document.getElementById(`score-${item}`);
  score?.scrollIntoView({ block: 'center' });
  // A list that closes takes the focus back first.
  setTimeout(() => score?.focus({ preventScroll: true }));
};

const first = (item: RubricItem) => item.path[0] ?? '';

/** Through a sheet of many items: to a first-level category, told with how much of it is scored, or to the next item that is not. */
export function Jump({ items, scored }: { items: RubricItem[]; scored: (item: string) => boolean }) {
  const categories = [...new Set(items.map(first))].map((name) => ({ name, within: items.filter((item) => first(item) === name) }));
  const next = items.find((item) => !scored(item.code));
  return (
    <>
      {categories.length > 1 && (
        <Select
          aria-label="跳到一级指标"
          placeholder="跳到"
          style={{ minWidth: 120 }}
          popupMatchSelectWidth={false}
          value={null as string | null}
          options={categories.map(({ name, within }) => ({
            value: within[0]?.code ?? '',
            label: `${name}（已评 ${within.filter((item) => scored(item.code)).length} / ${within.length}）`,
          }))}
          onSelect={(item) => item && go(item)}
        />
      )}
      {next && <Button onClick={() => go(next.code)}>下一未评项</Button>}
    </>
  );
}
