/** A figure as the report prints it, and exactly where that says more. */
export function Figure(props: { name: string; printed: string; exact: string | undefined }) {
  const exact = props.exact && decimal(props.exact);
  return (
    <dl className="figures">
      <div>
        <dt>{props.name}</dt>
        <dd>{props.printed}</dd>
      </div>
      {exact && Number(exact) !== Number(props.printed.replace(/[,%]/g, '')) && (
        <div>
          <dt>精确值</dt>
          <dd>{exact}</dd>
        </div>
      )}
    </dl>
  );
}

/** A fraction as a decimal where that ends: 8393/100 as 83.93; 52/3 stays what it is. */
function decimal(fraction: string): string {
  const [, sign = '', numerator = '', denominator = ''] = /^(-?)(\d+)\/(\d+)$/.exec(fraction) ?? [];
  const places = denominator && [...Array(12).keys()].find((one) => 10n ** BigInt(one) % BigInt(denominator) === 0n);
  if (typeof places !== 'number') return fraction;
  const digits = ((BigInt(numerator) * 10n ** BigInt(places)) / BigInt(denominator)).toString().padStart(places + 1, '0');
  return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}
