import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useAddress } from '../app/address';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Search } from '../app/Search';
import { useDistrict } from '../app/session';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { useTitle } from '../app/title';
import { useStationAccounts } from '../setup/AccountStep';
import { StationChoice } from '../setup/StationChoice';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';
import { listed, namesIn } from '../app/words';
import { Organisations } from './Organisations';

interface Profile {
  evaluator: string;
  label: string;
  account: string;
  organisation: string;
  expertise: string[];
  pastEmployers: string[];
  active: boolean;
}

const FRESH: Profile = { evaluator: '', label: '', account: '', organisation: '', expertise: [], pastEmployers: [], active: true };

/** Whom the district may invite: where they work and worked decides what is hinted at before an invitation. */
export function EvaluatorPage() {
  useTitle('评委库');
  const district = useDistrict();
  const pool = useQuery({
    queryKey: ['evaluators', district],
    enabled: district !== '',
    queryFn: () => got(scoring.GET('/v1/districts/{district}/evaluators', { params: { path: { district } } })),
  });
  const [{ text = '' }, change] = useAddress();
  const [edited, setEdited] = useState<Profile>(FRESH);
  // Whoever was registered leaves an empty form for the next one.
  const [turn, setTurn] = useState(0);
  const edit = (profile: Profile) => {
    setEdited(profile);
    setTurn(turn + 1);
  };
  return (
    <>
      <div className="head">
        <h1>评委库</h1>
        <p>登记单位、专长和曾任职单位；邀请时据此提示利益冲突。不填姓名。</p>
      </div>
      <Asked query={pool}>
        {(found) => (
          <section className="card" aria-label="评委">
            {found.evaluators.length === 0 ? (
              <Nothing>评委库还是空的</Nothing>
            ) : (
              <>
                <div className="actions">
                  <Search label="查找评委" hint="编码、称呼、单位或专长" text={text} find={(typed) => change({ text: typed })} />
                </div>
                <Table
                  size="small"
                  rowKey="evaluator"
                  scroll={{ x: 'max-content' }}
                  pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
                  dataSource={(found.evaluators as Profile[]).filter((one) => told(one).includes(text))}
                  locale={{ emptyText: '没有符合条件的评委' }}
                  columns={[
                    { title: '编码', dataIndex: 'evaluator' },
                    { title: '称呼', dataIndex: 'label' },
                    { title: '单位', dataIndex: 'organisation' },
                    { title: '专长', render: (_, one) => one.expertise.join('、') || '—' },
                    { title: '曾任职', render: (_, one) => one.pastEmployers.join('、') || '—' },
                    { title: '状态', render: (_, one) => (one.active ? <span className="good-text">可邀请</span> : '已停用') },
                    {
                      title: '操作',
                      render: (_, one) => (
                        <Button size="small" onClick={() => edit(one)} aria-label={`修改 ${one.evaluator}`}>
                          修改
                        </Button>
                      ),
                    },
                  ]}
                />
              </>
            )}
          </section>
        )}
      </Asked>
      <Editor key={turn} district={district} profile={edited} done={() => edit(FRESH)} />
      <Organisations district={district} />
    </>
  );
}

/** All that one may look for. */
const told = (one: Profile) => [one.evaluator, one.label, one.organisation, ...one.expertise, ...one.pastEmployers].join(' ');

/** Who evaluates at the station, each once; the one that is registered already stays in the list. */
function accountChoices(kept: string, accounts: { id: string; username: string; displayName?: string | null; role: string }[]) {
  const found = new Map(
    accounts
      .filter((one) => one.role !== 'operator')
      .map((one) => [one.id, one.displayName ? `${one.username}（${one.displayName}）` : one.username] as const),
  );
  if (kept && !found.has(kept)) found.set(kept, '已登记的账号');
  return [...found].map(([value, label]) => ({ value, label }));
}

function Editor({ district, profile, done }: { district: string; profile: Profile; done: () => void }) {
  const [kept, setKept] = useState(profile);
  const [expertise, setExpertise] = useState(profile.expertise.join('、'));
  const [past, setPast] = useState(profile.pastEmployers.join('、'));
  const [station, setStation] = useState('');
  const accounts = useStationAccounts(district, station);
  const save = useChange(async () => {
    const { evaluator, ...rest } = kept;
    await got(
      scoring.PUT('/v1/districts/{district}/evaluators/{evaluator}', {
        params: { path: { district, evaluator } },
        body: { ...rest, expertise: listed(expertise), pastEmployers: namesIn(past) },
      }),
    );
    done();
  }, '已登记');
  useUnsaved([kept, expertise, past], [profile, profile.expertise.join('、'), profile.pastEmployers.join('、')], save.isPending);
  const confirm = useConfirm();
  const ask = () =>
    profile.active && !kept.active
      ? confirm({
          title: `停用 ${profile.label}？`,
          content: '停用后不能再被邀请，也不能新列入评估团队；已在评估团队中的不受影响。可以重新启用。',
          okText: '停用',
          send: () => save.mutateAsync(undefined),
        })
      : save.mutate(undefined);
  const field = (key: 'evaluator' | 'label' | 'account' | 'organisation') => ({
    value: kept[key],
    set: (value: string) => setKept({ ...kept, [key]: value }),
  });
  return (
    <form className="card" aria-labelledby="profile" onSubmit={submitted(ask)}>
      <h2 id="profile">{profile.evaluator ? `修改 ${profile.evaluator}` : '登记评委'}</h2>
      <div className="form">
        <Field label="编码" hint="小写字母、数字和连字符" at={save.at('/evaluator')} {...field('evaluator')} />
        <Field label="称呼" hint="如“评委甲”，不用姓名" at={save.at('/label')} {...field('label')} />
        <StationChoice district={district} chosen={station} choose={setStation} />
        <Field label="账号" hint="先选择账号所在的站点" at={save.at('/account')} choices={accountChoices(kept.account, accounts.data?.accounts ?? [])} {...field('account')} />
        <Field label="单位" at={save.at('/organisation')} {...field('organisation')} />
        <Field label="专长" hint="以顿号分隔" at={save.at('/expertise')} value={expertise} set={setExpertise} />
        <Field label="曾任职单位" hint="以顿号分隔" at={save.at('/pastEmployers')} value={past} set={setPast} />
      </div>
      <div className="actions">
        <Checkbox checked={kept.active} onChange={(event) => setKept({ ...kept, active: event.target.checked })}>
          可邀请
        </Checkbox>
        <Button type="primary" htmlType="submit" disabled={!kept.evaluator} loading={save.isPending}>
          保存
        </Button>
        {profile.evaluator && <Button onClick={done}>不改了</Button>}
      </div>
    </form>
  );
}
