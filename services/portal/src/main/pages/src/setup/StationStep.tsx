import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { district as service, got } from '../api/client';
import { useAddress } from '../app/address';
import { Field } from '../app/Field';
import { useKeep } from '../app/keep';
import { Search } from '../app/Search';
import { Asked, Failure, Nothing } from '../app/states';
import { Next } from './Next';
import { inSetup, useValues, type Station, type StepProps, type Values } from './values';
import { Table } from '../app/Table';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

/** The stations of the district: found, chosen, registered and changed. */
export function StationStep({ district, station, choose }: StepProps & { choose: (code: string) => void }) {
  const [{ text = '', unevaluated = '' }, change] = useAddress();
  const stations = useInfiniteQuery({
    queryKey: ['stations', district, text, unevaluated],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      got(
        service.GET('/v1/districts/{district}/stations', {
          params: { path: { district }, query: { ...(text ? { text } : {}), ...(unevaluated ? { unevaluated: true } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  });
  const [edited, setEdited] = useState('');
  if (stations.isPending) return <Skeleton active aria-label="正在加载" />;
  if (stations.isError && !stations.data) return <Failure error={stations.error} again={() => void stations.refetch()} />;
  const choice = (one: Station) => (station?.code === one.code ? '当前站点' : '选用');
  const rows = (stations.data?.pages ?? []).flatMap((page) => page.stations as Station[]);
  return (
    <>
      <section className="card" aria-label="站点">
        <div className="actions">
          <Search label="查找站点" hint="站名、镇街或编码" text={text} find={(typed) => change({ text: typed })} />
          <Checkbox checked={unevaluated !== ''} onChange={(event) => change({ unevaluated: event.target.checked ? 'true' : '' })}>
            只看尚未开启评估的
          </Checkbox>
        </div>
        {rows.length === 0 ? (
          <Nothing>{text || unevaluated ? '没有符合条件的站点' : '还没有登记站点，请在下面登记第一个'}</Nothing>
        ) : (
          <Table
            size="small"
            rowKey="code"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={rows}
            columns={[
              { title: '编码', dataIndex: 'code' },
              { title: '名称', dataIndex: 'name' },
              { title: '镇街', render: (_, one) => one.town ?? '—' },
              {
                title: '服务协议',
                render: (_, one) => one.agreements.map((each) => `${each.agreement}（${each.operator ?? '—'}）`).join('、') || '还没有协议',
              },
              {
                title: '操作',
                render: (_, one) => (
                  <div className="actions">
                    <Button size="small" type={station?.code === one.code ? 'primary' : 'default'} onClick={() => choose(one.code)} aria-label={`${choice(one)} ${one.name}`}>
                      {choice(one)}
                    </Button>
                    <Button size="small" onClick={() => setEdited(one.code)} aria-label={`修改 ${one.name}`}>
                      修改
                    </Button>
                  </div>
                ),
              },
            ]}
          />
        )}
        {stations.hasNextPage && (
          <Button onClick={() => void stations.fetchNextPage()} loading={stations.isFetchingNextPage}>
            显示更多
          </Button>
        )}
      </section>
      {edited ? (
        <Change key={edited} district={district} code={edited} choose={choose} close={() => setEdited('')} />
      ) : (
        <Register district={district} kept={{}} choose={choose} />
      )}
      {station && <Next step="agreement" title="服务协议" />}
    </>
  );
}

function Change({ district, code, choose, close }: { district: string; code: string; choose: (code: string) => void; close: () => void }) {
  const station = useQuery({
    queryKey: ['station', district, code],
    refetchOnWindowFocus: false,
    queryFn: () => got(service.GET('/v1/districts/{district}/stations/{station}', { params: { path: { district, station: code } } })),
  });
  return (
    <Asked query={station}>
      {(found) => (
        <Register
          key={found.version}
          district={district}
          choose={choose}
          version={found.version}
          close={close}
          kept={{
            code: found.code,
            name: found.name,
            town: found.town ?? '',
            founded: found.founded ?? '',
            sites: text(found.sites),
            population: text(found.population),
            households: text(found.coverage?.households),
            persons: text(found.coverage?.persons),
            residentsServed: text(found.coverage?.residentsServed),
          }}
        />
      )}
    </Asked>
  );
}

/** Refusals that are about the code of a new station. */
const ABOUT_CODE = { 'not-found': '/code', 'code-reserved': '/code', 'read-another-version': '/code' };

/** A new station, or a version of one: neither writes over what its author has not seen. */
function Register(props: { district: string; kept: Values; version?: number; choose: (code: string) => void; close?: () => void }) {
  const { district, kept, version, choose, close } = props;
  const { values, setValues, field } = useValues(kept);
  const code = values['code'] ?? '';
  const number = (key: string) => (values[key] ? Number(values[key]) : null);
  const save = useKeep(version, async (header) => {
    await got(
      service.PUT('/v1/districts/{district}/stations/{station}', {
        params: {
          path: { district, station: code },
          header,
        },
        body: {
          name: values['name'],
          town: values['town'] || null,
          founded: values['founded'] || null,
          sites: number('sites'),
          population: number('population'),
          coverage: { households: number('households'), persons: number('persons'), residentsServed: number('residentsServed') },
        },
      }),
    );
    if (version === undefined) setValues({});
    choose(code);
  }, version === undefined ? '站点已登记' : '站点已修改', version === undefined ? null : undefined, version === undefined ? ABOUT_CODE : {});
  useUnsaved(values, kept, save.isPending, undefined, inSetup);
  return (
    <form className="card" aria-labelledby="register" onSubmit={submitted(() => save.mutate(undefined))}>
      <h2 id="register">{kept['code'] ? `修改 ${kept['code']}` : '登记站点'}</h2>
      <div className="form">
        {version === undefined && <Field label="站点编码" hint="小写字母、数字和连字符；登记后不再改变" at={save.at('/code')} {...field('code')} />}
        <Field label="名称" at={save.at('/name')} {...field('name')} />
        <Field label="镇街" at={save.at('/town')} {...field('town')} />
        <Field label="成立年月" type="month" at={save.at('/founded')} {...field('founded')} />
        <Field label="服务点数" type="number" at={save.at('/sites')} {...field('sites')} />
        <Field label="辖区人口" type="number" at={save.at('/population')} {...field('population')} />
        <Field label="建档户数" type="number" at={save.at('/coverage/households')} {...field('households')} />
        <Field label="建档人数" type="number" at={save.at('/coverage/persons')} {...field('persons')} />
        <Field label="服务人次" type="number" at={save.at('/coverage/residentsServed')} {...field('residentsServed')} />
      </div>
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!code} loading={save.isPending}>
          {version === undefined ? '登记站点' : '保存修改'}
        </Button>
        {close && <Button onClick={close}>登记另一个站点</Button>}
      </div>
    </form>
  );
}

const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
