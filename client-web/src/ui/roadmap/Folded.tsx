import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type FoldedProps = {
  readonly show: string;
  readonly hide: string;
  /** When this begins to hold, it opens by itself. */
  readonly wanted?: boolean;
  readonly children: ComponentChildren;
};

/** Opens at a tap. On paper it is always open. */
export const Folded = ({ show, hide, wanted = false, children }: FoldedProps) => {
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  return (
    <div class="stack-close">
      <button
        type="button"
        class="button button-plain button-fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? hide : show}
      </button>
      <div class={open ? 'stack' : 'stack folded-away'}>{children}</div>
    </div>
  );
};
