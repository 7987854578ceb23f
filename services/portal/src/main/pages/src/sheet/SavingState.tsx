import { HERE } from '../app/words';
import type { Saving } from './autosave';

/** Whether what was written is kept, in words that a screen reader says too. */
export function SavingState({ saving, wrong }: { saving: Saving; wrong: number }) {
  const partly = saving.state === 'saved' && wrong > 0;
  const words = {
    saved: partly ? `${wrong} 项有误未保存，其余已保存` : saving.state === 'saved' && saving.at ? `已保存 ${saving.at.toLocaleTimeString('zh-CN', { timeZone: HERE })}` : '没有未保存的内容',
    saving: '正在保存……',
    waiting: '尚未保存：网络恢复后自动保存，请不要关闭本页',
    elsewhere: '未保存：别处有更新',
    refused: '未保存：有内容不合要求',
  }[saving.state];
  const look = saving.state === 'saved' && !partly ? 'good-text' : saving.state === 'saving' ? 'soft' : 'late-text';
  return (
    <span role="status" className={look} data-testid="saving" data-state={partly ? 'partly' : saving.state}>
      {words}
    </span>
  );
}
