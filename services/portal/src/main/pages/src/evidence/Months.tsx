import { figure, month } from '../app/words';

interface Volume {
  month: string;
  recorded: string;
}

const WIDTH = 640;
const HEIGHT = 120;
const FOOT = 20;
const HEAD = 16;

/** What the platform's records add up to, month by month; months that stand out are marked. */
export function Months({ volumes, flags }: { volumes: Volume[]; flags: Map<string, string> }) {
  const most = Math.max(...volumes.map((one) => Number(one.recorded)), 1);
  const step = WIDTH / volumes.length;
  return (
    <figure className="months">
      <figcaption className="soft">平台记录的逐月数量</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={volumes.map((one) => `${month(one.month)} ${one.recorded}`).join('，')}
      >
        {volumes.map((one, at) => {
          const height = (Number(one.recorded) / most) * (HEIGHT - FOOT - HEAD);
          const middle = at * step + step / 2;
          return (
            <g key={one.month} className={flags.has(one.month) ? 'flagged' : ''}>
              <rect x={at * step + step * 0.2} width={step * 0.6} y={HEIGHT - FOOT - height} height={height} />
              <text x={middle} y={HEIGHT - FOOT - height - 4}>
                {figure(one.recorded)}
              </text>
              <text x={middle} y={HEIGHT - 5}>
                {Number(one.month.slice(5))}月
              </text>
            </g>
          );
        })}
      </svg>
      {[...flags].map(([which, words]) => (
        <p key={which} className="warn-text">
          {month(which)}：{words}
        </p>
      ))}
    </figure>
  );
}
