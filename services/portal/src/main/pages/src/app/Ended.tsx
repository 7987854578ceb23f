import { portal } from '../api/client';
import type { Ending } from './tabs';
import { useTitle } from './title';

/** All that is left of a page whose session another tab has ended. */
export function Ended({ ending }: { ending: Ending }) {
  useTitle('本页已结束');
  return (
    <main>
      <section className="card" role="alert">
        {ending.why === 'signed-out' ? (
          <>
            <h1>已在另一标签页退出</h1>
            <p>本页随之结束，不再显示任何内容。</p>
          </>
        ) : (
          <>
            <h1>已在另一标签页换成别的账号</h1>
            <p>{ending.username && `现在登录本门户的是 ${ending.username}。`}本页属于原来的账号，已经结束；其中尚未保存的内容没有写入。</p>
          </>
        )}
        <p>
          <a href={`/${portal}`}>{ending.why === 'signed-out' ? '重新登录' : '打开门户'}</a>
        </p>
      </section>
    </main>
  );
}
