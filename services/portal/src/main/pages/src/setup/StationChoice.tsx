import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { district as service, got } from '../api/client';
import type { Station } from './values';

/** Chooses a station of the district by typing a part of its name, town or code. */
export function StationChoice(props: { district: string; chosen: string; name?: string | undefined; choose: (station: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [called, setCalled] = useState('');
  const stations = useQuery({
    queryKey: ['stations', props.district, 'choice', text],
    placeholderData: keepPreviousData,
    enabled: props.district !== '',
    queryFn: () =>
      got(
        service.GET('/v1/districts/{district}/stations', {
          params: { path: { district: props.district }, query: { limit: 50, ...(text ? { text } : {}) } },
        }),
      ),
  });
  const options = ((stations.data?.stations ?? []) as Station[]).map((one) => ({ value: one.code, label: one.name }));
  // What is chosen has a name though it be none of those that were found.
  if (props.chosen && !options.some((one) => one.value === props.chosen)) options.unshift({ value: props.chosen, label: props.name ?? called });
  return (
    <div>
      <label htmlFor={id}>站点</label>
      <Select
        id={id}
        className="whole"
        showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
        loading={stations.isFetching}
        placeholder="站名、镇街或编码"
        notFoundContent="没有符合条件的站点"
        value={props.chosen || undefined}
        options={options}
        onChange={(code, one) => {
          setCalled(Array.isArray(one) ? '' : (one?.label ?? ''));
          props.choose(code);
        }}
      />
    </div>
  );
}
