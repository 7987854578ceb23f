import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { district as service, got } from '../api/client';
import { useAddress } from '../app/address';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { Search } from '../app/Search';
import { Asked, Nothing } from '../app/states';
import { choices, ROLES } from '../app/words';
import { useValues, type StepProps } from './values';

/** Who has which role at a station, by role. */
export const useStationAccounts = (district: string, station: string) =>
  useQuery({
    queryKey: ['station-accounts', district, station],
    enabled: station !== '',
    queryFn: () => got(service.GET('/v1/districts/{district}/stations/{station}/accounts', { params: { path: { district, station } } })),
  });

/** The accounts of the chosen station, and new ones. */
export function AccountStep({ district, station }: StepProps) {
  const code = station?.code ?? '';
  const accounts = useStationAccounts(district, code);
  const [{ account: text = '' }, change] = useAddress();
  const { values, setValues, field } = useValues({ role: 'third-party', username: '' });
  const save = useChange(async () => {
    await got(
      service.PUT('/v1/districts/{district}/accounts/{username}', {
        params: { path: { district, username: values['username'] ?? '' } },
        body: { displayName: values['displayName'], memberships: [{ station: code, role: values['role'] }] },
      }),
    );
    setValues({ ...values, username: '', displayName: '' });
  }, '账号已建立');
  if (!station) return <Alert type="info" showIcon title="请先选择站点" />;
  return (
    <>
      <section className="card" aria-label="账号">
        <Asked query={accounts}>
          {(found) =>
            found.accounts.length === 0 ? (
              <Nothing>这个站点还没有账号</Nothing>
            ) : (
              <>
                <div className="actions">
                  <Search label="查找账号" hint="用户名、显示名称或角色" text={text} find={(typed) => change({ account: typed })} />
                </div>
                <Table
                  size="small"
                  rowKey={(one) => `${one.role}/${one.id}`}
                  scroll={{ x: 'max-content' }}
                  pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
                  dataSource={found.accounts.filter((one) => [one.username, one.displayName, ROLES[one.role]].some((each) => each?.includes(text)))}
                  locale={{ emptyText: '没有符合条件的账号' }}
                  columns={[
                    { title: '角色', render: (_, one) => ROLES[one.role] ?? one.role },
                    { title: '用户名', dataIndex: 'username' },
                    { title: '显示名称', render: (_, one) => one.displayName ?? '—' },
                  ]}
                />
              </>
            )
          }
        </Asked>
      </section>
      <section className="card" aria-labelledby="account">
        <h2 id="account">建立账号</h2>
        <p className="soft">已有的用户名会增加一个角色。新账号的首个密码由平台管理员在账号目录中发出。</p>
        <div className="form">
          <Field label="用户名" hint="机构：operator@站点.区；评委：评估编码.评委编码" {...field('username')} />
          <Field label="显示名称" hint="机构和岗位，不用姓名" {...field('displayName')} />
          <Field label="角色" choices={choices(ROLES)} {...field('role')} />
        </div>
        <Button type="primary" disabled={!values['username']} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          建立账号
        </Button>
      </section>
    </>
  );
}
