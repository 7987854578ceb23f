import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Skeleton, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { district as service, got } from '../api/client';
import { useAddress } from '../app/address';
import { useDistrict } from '../app/session';
import { useTitle } from '../app/title';
import { AccountStep } from './AccountStep';
import { AgreementStep } from './AgreementStep';
import { OpeningStep } from './OpeningStep';
import { StationChoice } from './StationChoice';
import { StationStep } from './StationStep';
import type { Station } from './values';

/** What stands before a round, in the order in which it is needed. */
export function SetupPage() {
  useTitle('站点与账号');
  const { step = 'station' } = useParams({ strict: false }) as Record<string, string>;
  const navigate = useNavigate();
  const district = useDistrict();
  const [{ station: chosen = '' }, change] = useAddress();
  const station = useQuery({
    queryKey: ['stations', district, 'chosen', chosen],
    enabled: district !== '' && chosen !== '',
    queryFn: async () => {
      const found = await got(
        service.GET('/v1/districts/{district}/stations', { params: { path: { district }, query: { text: chosen, limit: 200 } } }),
      );
      return (found.stations as Station[]).find((one) => one.code === chosen) ?? null;
    },
  });
  if (district === '') return null;
  const given = { district, station: station.data ?? null };
  // What a re-evaluation begins with is its own station's.
  const choose = (code: string) => change({ station: code, agreement: '', stage: '', from: '', to: '' });
  // Not yet knowing a station is not having none.
  const known = (step: ReactNode) => (station.isLoading ? <Skeleton active aria-label="正在加载" /> : step);
  const key = given.station ? `${given.station.code}/${given.station.agreements.length}` : '';
  return (
    <>
      <div className="head">
        <h1>站点与账号</h1>
        <p>依次登记站点、签订协议、建立账号、开启评估。{given.station && <strong>　当前站点：{given.station.name}</strong>}</p>
      </div>
      {step !== 'station' && (
        <div className="form">
          <StationChoice district={district} chosen={chosen} name={given.station?.name} choose={choose} />
        </div>
      )}
      <Tabs
        activeKey={step}
        onChange={(key) => void navigate({ to: `/setup/${key}`, search: (chosen ? { station: chosen } : {}) })}
        items={[
          { key: 'station', label: '1. 站点', children: <StationStep {...given} choose={choose} /> },
          { key: 'agreement', label: '2. 服务协议', children: known(<AgreementStep key={given.station?.code} {...given} />) },
          { key: 'account', label: '3. 账号', children: known(<AccountStep key={given.station?.code} {...given} />) },
          { key: 'opening', label: '4. 开启评估', children: known(<OpeningStep key={key} {...given} />) },
        ]}
      />
    </>
  );
}
