import { useState } from 'preact/hooks';
import type { View } from '../../store/store';
import type { Storage } from '../../sync/storage';
import { UserText } from '../parts/UserText';
import type { OneNotice } from './Notices';
import { say } from './words';

type RoomMessageProps = { readonly view: View; readonly storage: Storage };

/** What the desk tells everybody, until it is read, replaced or taken away. */
export const useRoomMessage = ({ view, storage }: RoomMessageProps): readonly OneNotice[] => {
  const { message, about } = view.board;
  const key = `koudmen.${about?.code ?? ''}.message`;
  const [read, setRead] = useState(() => storage.read(key));
  const number = String(message?.number ?? '');
  if (!message || read === number) return [];
  const understand = () => {
    storage.write(key, number);
    setRead(number);
  };
  return [
    {
      key: `message ${number}`,
      body: (
        <div class="notice notice-line stack-close">
          <p class="strong">{say('messageFromTeam')}</p>
          <p>
            <UserText text={message.text} />
          </p>
          <button type="button" class="button" onClick={understand}>
            {say('understood')}
          </button>
        </div>
      ),
    },
  ];
};
