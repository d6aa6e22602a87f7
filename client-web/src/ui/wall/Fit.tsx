import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useResize } from './Pages';

/** Sizes tried, the largest first, as parts of the one that is wished for. */
const sizes = [1, 0.85, 0.72, 0.61, 0.52, 0.44, 0.37] as const;

/** Text as large as its place allows, whatever its length and script. Sizes inside are in em. */
export const Fit = ({ children }: { children: ComponentChildren }) => {
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useResize();
  useLayoutEffect(() => {
    if (!place.current || !text.current) return;
    const { clientHeight, clientWidth } = place.current;
    for (const size of sizes) {
      text.current.style.fontSize = `${size}em`;
      const { offsetHeight, scrollWidth } = text.current;
      if (offsetHeight <= clientHeight && scrollWidth <= clientWidth) return;
    }
  });
  return (
    <div class="fit" ref={place}>
      <div ref={text}>{children}</div>
    </div>
  );
};
