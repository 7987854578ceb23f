import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';

/** Leads from a round that has ended to what is left to do: to issue its report. */
export function Closed({ evaluation }: { evaluation: string }) {
  return <Alert type="success" showIcon title="评估已办结" description="请签发正式报告；已签发的可以下载。" action={<Link to={`/evaluations/${evaluation}/report`}>去报告</Link>} />;
}
