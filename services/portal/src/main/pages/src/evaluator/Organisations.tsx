import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';
import { namesIn } from '../app/words';

interface Organisation {
  organisation: string;
  name: string;
  otherNames: string[];
}

const FRESH: Organisation = { organisation: '', name: '', otherNames: [] };

/** The organisations of a district under all their names, so that a conflict is hinted at whichever of them was written. */
export function Organisations({ district }: { district: string }) {
  const kept = useQuery({
    queryKey: ['organisations', district],
    enabled: district !== '',
    queryFn: () => got(scoring.GET('/v1/districts/{district}/organisations', { params: { path: { district } } })),
  });
  const [edited, setEdited] = useState(FRESH);
  const [turn, setTurn] = useState(0);
  const edit = (organisation: Organisation) => {
    setEdited(organisation);
    setTurn(turn + 1);
  };
  return (
    <>
      <section className="card" aria-labelledby="organisations">
        <h2 id="organisations">机构名录</h2>
        <p className="soft">承办方和评委单位的全称、简称、曾用名登记在同一机构下，提示利益冲突时写哪一个都能认出。</p>
        <Asked query={kept}>
          {(found) =>
            found.organisations.length === 0 ? (
              <Nothing>还没有登记机构</Nothing>
            ) : (
              <Table
                size="small"
                rowKey="organisation"
                scroll={{ x: 'max-content' }}
                pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
                dataSource={found.organisations}
                columns={[
                  { title: '编码', dataIndex: 'organisation' },
                  { title: '名称', dataIndex: 'name' },
                  { title: '其他名称', render: (_, one) => one.otherNames.join('、') || '—' },
                  {
                    title: '操作',
                    render: (_, one) => (
                      <Button size="small" onClick={() => edit(one)} aria-label={`修改机构 ${one.name}`}>
                        修改
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </Asked>
      </section>
      <Editor key={turn} district={district} organisation={edited} done={() => edit(FRESH)} />
    </>
  );
}

function Editor({ district, organisation, done }: { district: string; organisation: Organisation; done: () => void }) {
  const [code, setCode] = useState(organisation.organisation);
  const [name, setName] = useState(organisation.name);
  const before = organisation.otherNames.join('、');
  const [others, setOthers] = useState(before);
  const save = useChange(async () => {
    await got(
      scoring.PUT('/v1/districts/{district}/organisations/{organisation}', {
        params: { path: { district, organisation: code } },
        body: { name, otherNames: namesIn(others) },
      }),
    );
    done();
  }, '机构已登记');
  useUnsaved([code, name, others], [organisation.organisation, organisation.name, before], save.isPending);
  return (
    <form className="card" aria-labelledby="organisation" onSubmit={submitted(() => save.mutate(undefined))}>
      <h2 id="organisation">{organisation.organisation ? `修改机构 ${organisation.name}` : '登记机构'}</h2>
      <div className="form">
        {organisation.organisation === '' && (
          <Field label="机构编码" hint="小写字母、数字和连字符" at={save.at('/organisation')} value={code} set={setCode} />
        )}
        <Field label="机构名称" at={save.at('/name')} value={name} set={setName} />
        <Field label="其他名称" hint="简称、曾用名，以顿号分隔" at={save.at('/otherNames')} rows={2} value={others} set={setOthers} />
      </div>
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!code.trim() || !name.trim()} loading={save.isPending}>
          {organisation.organisation ? '保存机构' : '登记机构'}
        </Button>
        {organisation.organisation !== '' && <Button onClick={done}>放弃</Button>}
      </div>
    </form>
  );
}
