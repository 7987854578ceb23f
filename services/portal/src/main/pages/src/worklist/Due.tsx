import { moment, until } from '../app/words';
import { dueOf, type Seat } from './task';

/** How long its party still has to submit. */
export function Due({ seat }: { seat: Seat | null | undefined }) {
  const due = dueOf(seat);
  return (
    due && (
      <div className={seat?.overdue ? 'late-text' : 'warn-text'}>
        {until(due)}（{moment(due)} 截止）
      </div>
    )
  );
}
