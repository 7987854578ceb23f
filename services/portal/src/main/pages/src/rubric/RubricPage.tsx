import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, scoring, sendFile } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Dialog } from '../app/Dialog';
import { Download } from '../app/Download';
import { Field } from '../app/Field';
import { FileChoice } from '../app/FileChoice';
import { useDistrict } from '../app/session';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { useTitle } from '../app/title';
import { moment, party } from '../app/words';
import city from '../../../../../../../deploy/demo/rubrics/illustrative-city.yaml?url';
import { RubricItems } from './RubricItems';
import workbook from './template/rubric.xlsx?url';
import yaml from './template/rubric.yaml?url';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Version {
  code: string;
  version: string;
  state: string;
  recordedAt?: string | null;
  publishedAt?: string | null;
}

const FORMS: Record<string, string> = { xlsx: '工作簿', yaml: 'YAML' };

const name = (one: Version) => `${one.code} 第 ${one.version} 版`;

/** The district's rubrics: drafts come in as files, published versions stay as they are. */
export function RubricPage() {
  useTitle('指标库');
  const confirm = useConfirm();
  const district = useDistrict();
  const rubrics = useQuery({
    queryKey: ['rubrics', district],
    enabled: district !== '',
    queryFn: () => got(scoring.GET('/v1/districts/{district}/rubrics', { params: { path: { district } } })),
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const [shown, setShown] = useState<Version | null>(null);
  const [compared, setCompared] = useState<[Version, Version] | null>(null);
  const publish = useChange(
    (one: Version) =>
      got(
        scoring.PUT('/v1/districts/{district}/rubrics/{rubric}/versions/{version}/publication', {
          params: { path: { district, rubric: one.code, version: one.version } },
        }),
      ),
    '已发布',
  );
  const ask = (one: Version) =>
    confirm({
      title: `发布 ${name(one)}？`,
      content: '发布后这一版不能再改，可以在评估中选用。',
      okText: '发布',
      send: () => publish.mutateAsync(one),
    });
  return (
    <>
      <div className="head">
        <h1>指标库</h1>
        <p>评估指标体系的各个版本。草稿可以反复导入，发布后不再改变。</p>
      </div>
      <Asked query={rubrics}>
        {(found) => {
          const all = found.rubrics as Version[];
          const two = all.filter((one) => chosen.includes(`${one.code}/${one.version}`));
          return (
            <>
              <section className="card" aria-label="版本">
                {all.length === 0 ? (
                  <Nothing>指标库还是空的，请导入第一版</Nothing>
                ) : (
                  <Table
                    size="small"
                    rowKey={(one) => `${one.code}/${one.version}`}
                    scroll={{ x: 'max-content' }}
                    pagination={{ pageSize: 20, hideOnSinglePage: true }}
                    dataSource={all}
                    rowSelection={{
                      selectedRowKeys: chosen,
                      onChange: (keys) => setChosen(keys.map(String).slice(-2)),
                      hideSelectAll: true,
                      columnTitle: '对照',
                      getCheckboxProps: (one) => ({ 'aria-label': `对照 ${name(one)}` }),
                    }}
                    columns={[
                      { title: '编码', dataIndex: 'code' },
                      { title: '版本', dataIndex: 'version' },
                      {
                        title: '状态',
                        render: (_, one) =>
                          one.state === 'PUBLISHED' ? <span className="good-text">已发布 {moment(one.publishedAt)}</span> : `草稿 ${moment(one.recordedAt)}`,
                      },
                      {
                        title: '导出',
                        render: (_, one) => (
                          <div className="actions">
                            {Object.keys(FORMS).map((form) => (
                              <Download
                                key={form}
                                service="scoring"
                                path={`/v1/districts/${district}/rubrics/${one.code}/versions/${one.version}/rubric.${form}`}
                                name={`${one.code}-${one.version}.${form}`}
                                label={`${FORMS[form]} ${name(one)}`}
                              >
                                {FORMS[form]}
                              </Download>
                            ))}
                          </div>
                        ),
                      },
                      {
                        title: '操作',
                        render: (_, one) => (
                          <div className="actions">
                            <Button size="small" onClick={() => setShown(one)} aria-label={`查看 ${name(one)}`}>
                              查看
                            </Button>
                            {one.state !== 'PUBLISHED' && (
                              <Button size="small" onClick={() => ask(one)} aria-label={`发布 ${name(one)}`}>
                                发布
                              </Button>
                            )}
                          </div>
                        ),
                      },
                    ]}
                  />
                )}
                {all.length > 1 && (
                  <div className="actions">
                    <Button disabled={two.length !== 2} onClick={() => two[0] && two[1] && setCompared([two[0], two[1]])}>
                      逐项对照
                    </Button>
                    <span className="soft">勾选同一编码的两版</span>
                  </div>
                )}
              </section>
              <Import district={district} />
            </>
          );
        }}
      </Asked>
      {shown && <RubricItems district={district} rubric={shown.code} version={shown.version} close={() => setShown(null)} />}
      {compared && <Comparison district={district} pair={compared} close={() => setCompared(null)} />}
    </>
  );
}

/** A file of a rubric becomes a draft under the code and version that are written in it. */
function Import({ district }: { district: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [code, setCode] = useState('');
  const [version, setVersion] = useState('');
  const isWorkbook = file?.name.toLowerCase().endsWith('.xlsx') ?? false;
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    if (chosen && !chosen.name.toLowerCase().endsWith('.xlsx')) {
      const text = await chosen.text();
      setCode(/^code:\s*['"]?([\w-]+)/m.exec(text)?.[1] ?? '');
      setVersion(/^version:\s*['"]?([\w.-]+)/m.exec(text)?.[1] ?? '');
    }
  };
  const send = useChange(
    () =>
      sendFile(
        'scoring',
        `/v1/districts/${district}/rubrics/${code}/versions/${version}/rubric.${isWorkbook ? 'xlsx' : 'yaml'}`,
        file as File,
        isWorkbook ? XLSX : 'application/yaml',
      ),
    '已导入为草稿',
  );
  return (
    <section className="card" aria-labelledby="import">
      <h2 id="import">导入</h2>
      <p className="soft">
        工作簿（.xlsx）或 YAML。可以从模板（
        <a href={workbook} download="评估指标模板.xlsx">
          工作簿
        </a>
        、
        <a href={yaml} download="评估指标模板.yaml">
          YAML
        </a>
        ）、市级指标体系的
        <a href={city} download="市级评估指标示例.yaml">
          示例
        </a>
        （一千分，九个一级指标；内容为自行拟定，仅作说明）或导出的一版开始，改好再导入。编码和版本要与文件里写的一致。
      </p>
      <div className="form">
        <FileChoice label="文件" accept=".xlsx,.yaml,.yml" file={file} choose={(chosen) => void choose(chosen)} />
        <Field label="编码" at={send.at('/code')} value={code} set={setCode} />
        <Field label="版本" at={send.at('/version')} value={version} set={setVersion} />
      </div>
      <Button type="primary" disabled={!file || !code || !version} loading={send.isPending} onClick={() => send.mutate(undefined)}>
        导入
      </Button>
    </section>
  );
}

type Lines = Awaited<ReturnType<typeof compare>>['lines'];

const compare = (district: string, [left, right]: [Version, Version]) =>
  got(
    scoring.GET('/v1/districts/{district}/rubrics/{rubric}/versions/{version}/comparison/{other}', {
      params: { path: { district, rubric: left.code, version: right.version, other: left.version } },
    }),
  );

const FIELDS: Record<string, string> = { NAME: '名称', PARENT: '上级', MAX: '满分', BASIS: '依据', KIND: '性质', COMMENT_BELOW: '须写理由' };

/** Two versions side by side, with what changed. */
function Comparison({ district, pair, close }: { district: string; pair: [Version, Version]; close: () => void }) {
  const [left, right] = pair;
  const comparison = useQuery({
    queryKey: ['rubric-comparison', district, left, right],
    queryFn: () => compare(district, pair),
  });
  return (
    <Dialog open width={960} title={`${left.code}：第 ${left.version} 版与第 ${right.version} 版`} footer={null} onCancel={close}>
      {left.code !== right.code && <Alert type="warning" title="只能对照同一编码的两版" />}
      <Asked query={comparison}>
        {(found) => {
          const lines = found.lines.filter((line) => !line.left || !line.right || line.changed.length > 0);
          const sameStep = found.leftStep === found.rightStep;
          return lines.length === 0 && sameStep ? (
            <Nothing>两版没有不同</Nothing>
          ) : (
            <>
              {!sameStep && (
                <p>
                  评分步长由 {found.leftStep} 分改为 {found.rightStep} 分
                </p>
              )}
              {lines.length > 0 && <Differences left={left} right={right} lines={lines} />}
            </>
          );
        }}
      </Asked>
    </Dialog>
  );
}

/** The lines in which they differ. */
function Differences({ left, right, lines }: { left: Version; right: Version; lines: Lines }) {
  return (
    <Table
      size="small"
      rowKey={(line) => `${line.party}/${(line.left ?? line.right)?.code}`}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={lines}
      columns={[
        { title: '评估方', render: (_, line) => party(line.party) },
        { title: '编码', render: (_, line) => (line.left ?? line.right)?.code },
        { title: `第 ${left.version} 版`, render: (_, line) => node(line.left) },
        { title: `第 ${right.version} 版`, render: (_, line) => node(line.right) },
        {
          title: '变化',
          render: (_, line) => (!line.left ? '新增' : !line.right ? '删去' : line.changed.map((one) => FIELDS[one] ?? one).join('、')),
        },
      ]}
    />
  );
}

const node = (one: { name: string; max?: string | null } | null | undefined) => (one ? `${one.name}${one.max ? `（${one.max} 分）` : ''}` : '—');
