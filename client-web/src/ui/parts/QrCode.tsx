import { correction, generate } from 'lean-qr';
import { useMemo } from 'preact/hooks';
import { sayCommon } from '../words';

/** White around the code, in modules; readers need it. */
const quiet = 4;

/** A code to scan. An address in capital letters makes a smaller one. */
export const QrCode = ({ text, label }: { text: string; label?: string }) => {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label ?? sayCommon('qrLabel')}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
};

const draw = (text: string): { readonly size: number; readonly path: string } => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
    }
  }
  return { size: code.size + 2 * quiet, path };
};
