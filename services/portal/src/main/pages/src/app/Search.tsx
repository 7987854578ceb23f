import { Input } from 'antd';

/** Looks for something when Enter is pressed; what is looked for now stands in it, however one came here. */
export function Search(props: { label: string; hint: string; text: string; find: (text: string) => void; width?: number; digits?: boolean }) {
  return (
    <Input.Search
      key={props.text}
      aria-label={props.label}
      placeholder={props.hint}
      allowClear={{ clearIcon: <span role="img" aria-label="清除">×</span> }}
      inputMode={props.digits ? 'numeric' : 'search'}
      style={{ width: props.width ?? 240, maxWidth: '100%' }}
      defaultValue={props.text}
      onSearch={(typed) => props.find(props.digits ? typed.replace(/\D/g, '') : typed.trim())}
    />
  );
}
