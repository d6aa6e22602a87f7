import { useRef, useState } from 'preact/hooks';
import { sayCommon } from '../words';

type LinkProps = {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly link: string;
};

/** A link to copy, also where plain HTTP has no clipboard; at worst it stays selected. */
export const CopyLink = ({ id, label, help, link }: LinkProps) => {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.focus();
    setCopied(document.execCommand('copy'));
  };
  return (
    <div class="card field">
      <label class="label" for={id}>
        {label}
      </label>
      <p id={`${id}-help`} class="quiet small">
        {help}
      </p>
      <div class="copy">
        <input
          id={id}
          ref={field}
          class="input"
          type="text"
          readOnly
          value={link}
          aria-describedby={`${id}-help`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={copy}>
          {sayCommon(copied ? 'copied' : 'copy')}
        </button>
      </div>
    </div>
  );
};
