import { useState } from 'preact/hooks';
import { limits } from '../../protocol/messages';
import { Field } from '../parts/Field';
import { UserText } from '../parts/UserText';
import { graphemes } from '../text';
import type { PartProps } from './Desk';
import { say } from './words';

/** A line for everybody, and the one that stands. */
export const MessagePanel = ({ view, ask }: PartProps) => {
  const { message } = view.board;
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    // The field says by how much.
    if (graphemes(text.trim()) > limits.messageTextGraphemesMax) return;
    ask({ type: 'sendMessage', text: text.trim() });
    setText('');
    setWriting(false);
  };
  return (
    <section class="card stack-close" aria-labelledby="message">
      <h2 id="message">{say('message')}</h2>
      {writing ? (
        <form class="stack-close" onSubmit={send} noValidate>
          <Field
            id="message-text"
            label={say('messageLabel')}
            help={say('messageHelp')}
            value={text}
            onValue={setText}
            max={limits.messageTextGraphemesMax}
          />
          <div class="desk-row">
            <button type="submit" class="button button-primary" disabled={text.trim() === ''}>
              {say('messageSend')}
            </button>
            <button type="button" class="button button-plain" onClick={() => setWriting(false)}>
              {say('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div class="desk-row bar-row-message">
          <button type="button" class="button" onClick={() => setWriting(true)}>
            {say('messageWrite')}
          </button>
          {message ? (
            <button
              type="button"
              class="button button-danger"
              onClick={() => ask({ type: 'sendMessage' })}
            >
              {say('messageRemove')}
            </button>
          ) : null}
          {message ? (
            <p class="small bar-message" title={message.text}>
              {say('messageStands')} <UserText text={message.text} />
            </p>
          ) : null}
        </div>
      )}
    </section>
  );
};
