import type { TableProps } from 'antd';

/** Opens what lies below a row, and says below which. */
export const expander =
  <Row,>(called: (row: Row) => string): NonNullable<NonNullable<TableProps<Row>['expandable']>['expandIcon']> =>
  ({ prefixCls, expanded, expandable, record, onExpand }) => {
    const look = `${prefixCls}-row-expand-icon`;
    return expandable ? (
      <button
        type="button"
        className={`${look} ${look}-${expanded ? 'expanded' : 'collapsed'}`}
        aria-label={`${expanded ? '收起' : '展开'}：${called(record)}`}
        aria-expanded={expanded}
        onClick={(event) => onExpand(record, event)}
      />
    ) : null;
  };
