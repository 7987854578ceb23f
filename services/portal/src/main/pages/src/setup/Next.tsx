import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../app/address';

/** Leads to the step that follows, with the same station. */
export function Next({ step, title }: { step: string; title: string }) {
  const navigate = useNavigate();
  const [{ station = '' }] = useAddress();
  return <Button onClick={() => void navigate({ to: `/setup/${step}`, search: { station } })}>下一步：{title}</Button>;
}
