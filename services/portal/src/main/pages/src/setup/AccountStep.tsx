import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Typography } from 'antd';
import { useState } from 'react';
import { district as service, got } from '../api/client';
import { useAddress } from '../app/address';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Dialog } from '../app/Dialog';
import { Field } from '../app/Field';
import { Search } from '../app/Search';
import { useSession } from '../app/session';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { choices, ROLES } from '../app/words';
import { Next } from './Next';
import { ofStation, useValues, type StepProps } from './values';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

/** Who has which role at a station, by role. */
export const useStationAccounts = (district: string, station: string) =>
  useQuery({
    queryKey: ['station-accounts', district, station],
    enabled: station !== '',
    queryFn: () => got(service.GET('/v1/districts/{district}/stations/{station}/accounts', { params: { path: { district, station } } })),
  });

/** Whether an account can evaluate for the party: it has the party's role at the station. */
export const isRoleHeld = (held: { id: string; role: string }[], account: string, party: string) =>
  held.some((one) => one.id === account && one.role === party.toLowerCase().replaceAll('_', '-'));

interface Told {
  username: string;
  password: string;
}

/** A role of an account at the station. */
interface Held {
  username: string;
  role: string;
}

/** A password, which nobody can look up again. */
function OnceTold({ told, close }: { told: Told; close: () => void }) {
  return (
    <Dialog open title="请现在转交密码" onCancel={close} mask={{ closable: false }} footer={<Button type="primary" onClick={close}>已抄录</Button>}>
      <p>关闭后不再显示，平台也不保存。首次登录时须更改。</p>
      <dl className="figures">
        <div>
          <dt>用户名</dt>
          <dd>{told.username}</dd>
        </div>
        <div>
          <dt>密码</dt>
          <dd>
            <Typography.Text copyable={{ text: told.password, tooltips: ['复制密码', '已复制'] }} data-testid="password">
              {told.password}
            </Typography.Text>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}

/** The accounts of the chosen station, and new ones. */
export function AccountStep({ district, station }: StepProps) {
  const code = station?.code ?? '';
  const accounts = useStationAccounts(district, code);
  const [{ account: text = '' }, change] = useAddress();
  const { values, setValues, field } = useValues({ role: 'third-party', username: '' });
  const [told, setTold] = useState<Told | null>(null);
  const tell = async (username: string) =>
    setTold(await got(service.POST('/v1/districts/{district}/accounts/{username}/passwords', { params: { path: { district, username } } })));
  const save = useChange(async () => {
    const username = values['username'] ?? '';
    const answer = await service.PUT('/v1/districts/{district}/accounts/{username}', {
      params: { path: { district, username } },
      body: { displayName: values['displayName'], memberships: [{ station: code, role: values['role'] }] },
    });
    await got(Promise.resolve(answer));
    setValues({ ...values, username: '', displayName: '' });
    // Whoever is there already keeps the password.
    if (answer.response.status === 201) await tell(username);
  }, '账号已建立', { 'name-reserved': '/username', 'account-of-others': '/username' });
  useUnsaved([values['username'], values['displayName']], ['', ''], save.isPending, undefined, ofStation);
  const issue = useChange(tell, '首次密码已发放');
  const withdraw = useChange(
    ({ username, role }: Held) =>
      got(
        service.POST('/v1/districts/{district}/stations/{station}/accounts/{username}/withdrawals', {
          params: { path: { district, station: code, username } },
          body: { role },
        }),
      ),
    '角色已收回',
  );
  const own = useSession().data?.account;
  const confirm = useConfirm();
  const ask = (username: string) =>
    confirm({
      title: `为 ${username} 发放首次密码？`,
      content: '只为还没有设置自己密码的账号发放；本人已经设置的，平台不予发放，忘记密码请联系平台管理员。此前发放的密码随即失效，新密码只显示一次，首次登录时须更改。此操作记入审计。',
      okText: '发放首次密码',
      send: () => issue.mutateAsync(username),
    });
  const askBack = (held: Held) =>
    confirm({
      title: `收回 ${held.username} 的${ROLES[held.role]}角色？`,
      content: '立即生效：此账号在所有门户的登录随即结束，其他角色不变。已在评估团队中的评委另须在评估中撤换。此操作记入审计。',
      okText: '收回角色',
      send: () => withdraw.mutateAsync(held),
    });
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
                    {
                      title: '操作',
                      render: (_, one) => (
                        <div className="actions">
                          <Button size="small" onClick={() => ask(one.username)} aria-label={`为 ${one.username} 发放首次密码`}>
                            发放首次密码
                          </Button>
                          {one.id !== own && (
                            <Button size="small" danger onClick={() => askBack(one)} aria-label={`收回 ${one.username} 的${ROLES[one.role]}角色`}>
                              收回角色
                            </Button>
                          )}
                        </div>
                      ),
                    },
                  ]}
                />
              </>
            )
          }
        </Asked>
      </section>
      <form className="card" aria-labelledby="account" onSubmit={submitted(() => save.mutate(undefined))}>
        <h2 id="account">建立账号</h2>
        <p className="soft">已有的用户名会增加一个角色，密码不变。新账号的首次密码在建立后显示一次，请转交本人；首次登录时须更改。</p>
        <div className="form">
          <Field label="用户名" hint="机构：operator@站点.区；评委：评估编码.评委编码" at={save.at('/username')} {...field('username')} />
          <Field label="显示名称" hint="机构和岗位，不用姓名" at={save.at('/displayName')} {...field('displayName')} />
          <Field label="角色" choices={choices(ROLES)} at={save.at('/memberships')} {...field('role')} />
        </div>
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={!values['username']} loading={save.isPending}>
            建立账号
          </Button>
          {accounts.data && accounts.data.accounts.length > 0 && <Next step="opening" title="开启评估" />}
        </div>
      </form>
      {told && <OnceTold told={told} close={() => setTold(null)} />}
    </>
  );
}
