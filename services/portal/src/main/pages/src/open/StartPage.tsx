import { useTitle } from '../app/title';
import { PORTALS } from '../app/words';

/** Where the portals are, by name; one that is not named is on this host. */
const ADDRESSES = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="portals"]')?.content ?? '{}') as Partial<Record<string, string>>;

/** Where everybody begins: six doors, and the check of a report. */
export function StartPage() {
  useTitle('门户登录');
  return (
    <>
      <div className="head">
        <span className="seal" aria-hidden="true">
          鉴
        </span>
        <h1>明鉴 · 社工站评估平台</h1>
        <p>请选择您的门户登录</p>
      </div>
      <div className="cards">
        {Object.entries(PORTALS).map(([name, title]) => (
          <a key={name} className="due" href={`${ADDRESSES[name] ?? ''}/${name}`}>
            <div className="what">{title}</div>
            <div className="where">登录{title}门户</div>
          </a>
        ))}
      </div>
      <p>
        <a href="/verification">验证评估报告的真伪</a>
      </p>
    </>
  );
}
