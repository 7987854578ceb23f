/** A figure as the report prints it, and exactly where that says more. */
export function Figure(props: { name: string; printed: string; exact: string | undefined }) {
  return (
    <dl className="figures">
      <div>
        <dt>{props.name}</dt>
        <dd>{props.printed}</dd>
      </div>
      {props.exact && props.exact !== props.printed && (
        <div>
          <dt>精确值</dt>
          <dd>{props.exact}</dd>
        </div>
      )}
    </dl>
  );
}
