import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { useValues } from '../setup/values';
import { at, ofWhom, type Given } from './given';
import { Table } from '../app/Table';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';
import { listed } from '../app/words';

const OUTCOMES = [
  { value: 'COMPLETE', label: '完整规范' },
  { value: 'GAPS', label: '有缺漏' },
  { value: 'NOT_FOUND', label: '未见' },
];

/** Files drawn by a seed that anybody can draw again, with what was found in each. */
export function Samples({ evaluation, open }: Given) {
  const kept = useQuery({
    queryKey: ['samples', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/samples', { params: at(evaluation) })),
  });
  return (
    <Asked query={kept}>
      {({ samples }) => (
        <>
          {samples.length === 0 && <Nothing>还没有抽样</Nothing>}
          {samples.map((one) => (
            <section key={`${one.party}/${one.sample}`} className="card" aria-label={`${one.title}${ofWhom(one)}`}>
              <h2>
                {one.title}
                {ofWhom(one)}
              </h2>
              <p className="soft">
                从 {one.populationSize} 份档案中抽取 {one.files.length} 份，随机种子 {one.seed}
              </p>
              <Table
                size="small"
                rowKey="position"
                pagination={{ pageSize: 50, hideOnSinglePage: true }}
                scroll={{ x: 'max-content' }}
                dataSource={one.files}
                columns={[
                  { title: '序号', dataIndex: 'position' },
                  { title: '档案', dataIndex: 'file' },
                  {
                    title: '检查结果',
                    render: (_, file) => (
                      <FileCheck
                        evaluation={evaluation}
                        open={open}
                        sample={one.sample}
                        position={file.position}
                        file={`${one.title} ${file.file}`}
                        outcome={file.outcome ?? ''}
                        note={file.note ?? ''}
                      />
                    ),
                  },
                ]}
              />
            </section>
          ))}
          {open && <Draw evaluation={evaluation} />}
        </>
      )}
    </Asked>
  );
}

function FileCheck(props: Given & { sample: string; position: number; file: string; outcome: string; note: string }) {
  const [outcome, setOutcome] = useState(props.outcome);
  const [note, setNote] = useState(props.note);
  const save = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/samples/{sample}/files/{position}', {
          params: at(props.evaluation, { sample: props.sample, position: String(props.position) }),
          body: { outcome, ...(note ? { note } : {}) },
        }),
      ),
    '检查结果已保存',
  );
  if (!props.open) {
    return (
      <>
        {OUTCOMES.find((one) => one.value === outcome)?.label ?? '未检查'} {note}
      </>
    );
  }
  return (
    <div className="actions">
      <Select aria-label={`${props.file} 的结果`} placeholder="结果" style={{ width: 110 }} value={outcome || undefined} options={OUTCOMES} onChange={setOutcome} />
      <Input aria-label={`${props.file} 的说明`} placeholder="说明" style={{ width: 220 }} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button size="small" aria-label={`保存 ${props.file} 的检查结果`} disabled={!outcome} loading={save.isPending} onClick={() => save.mutate(undefined)}>
        保存
      </Button>
    </div>
  );
}

function Draw({ evaluation }: { evaluation: string }) {
  const { values, setValues, field } = useValues({});
  const { sample = '', title = '', seed = '', size = '', population = '' } = values;
  const draw = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/samples/{sample}', {
        params: at(evaluation, { sample }),
        body: { title, ...(seed ? { seed } : {}), size: Number(size), population: listed(population.replace(/\s/g, '、')) },
      }),
    );
    setValues({});
  }, '已抽样');
  useUnsaved([sample, title, population], ['', '', ''], draw.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '抽取档案？',
      content: '抽取后样本不能更改，也不能重抽。',
      okText: '抽样',
      send: () => draw.mutateAsync(undefined),
    });
  return (
    <form className="card" aria-label="抽样" onSubmit={submitted(ask)}>
      <h2>抽取档案</h2>
      <div className="form">
        <Field label="抽样编码" {...field('sample')} />
        <Field label="名称" at={draw.at('/title')} {...field('title')} />
        <Field label="随机种子" at={draw.at('/seed')} hint="可不填，由平台产生；同一种子总是抽到同样的档案" {...field('seed')} />
        <Field label="抽取份数" type="number" at={draw.at('/size')} {...field('size')} />
        <Field label="全部档案编号" at={draw.at('/population')} hint="以顿号、空格或换行分隔" rows={2} {...field('population')} />
      </div>
      <Button type="primary" disabled={!sample || !title.trim() || !Number(size) || !population.trim()} htmlType="submit" loading={draw.isPending}>
        抽样
      </Button>
    </form>
  );
}
