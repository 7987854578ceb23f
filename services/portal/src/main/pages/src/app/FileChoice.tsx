import { Button } from 'antd';
import { useId, useRef } from 'react';

/** Chooses one file of the computer. */
export function FileChoice(props: { label: string; accept: string; file: File | null; choose: (file: File | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <div className="file">
        <Button onClick={() => input.current?.click()} aria-describedby={`${id}-name`}>
          选择文件
        </Button>
        <span id={`${id}-name`} className="soft">
          {props.file?.name ?? '还没有选择'}
        </span>
        <input
          id={id}
          ref={input}
          type="file"
          tabIndex={-1}
          accept={props.accept}
          onChange={(event) => props.choose(event.target.files?.[0] ?? null)}
        />
      </div>
    </div>
  );
}
