import { useState } from 'preact/hooks';
import type { BoardCreated } from '../../protocol/messages';
import { keepLinks } from '../../store/links';
import type { Storage } from '../../sync/storage';
import { Foot } from '../parts/Foot';
import { Heading, Page } from '../parts/Page';
import { CodeForm } from './CodeForm';
import { CreateForm } from './CreateForm';
import { Links } from './Links';
import { say } from './words';

/** The first page: into a board with its code, or a new board. */
export const Home = ({ storage }: { storage: Storage }) => {
  const [created, setCreated] = useState<BoardCreated>();
  const opened = (board: BoardCreated) => {
    keepLinks(storage, board);
    setCreated(board);
  };
  if (created) return <Links created={created} />;
  return (
    <Page screen="home" title={say('title')} languages="top">
      <div class="column stack-wide">
        <div class="stack-close">
          <p class="strong brand">{say('product')}</p>
          <Heading>{say('title')}</Heading>
          <p class="quiet">{say('lead')}</p>
        </div>
        {location.pathname === '/' ? null : (
          <p class="notice notice-line" role="status">
            {say('nothingHere')}
          </p>
        )}
        <CodeForm />
        <CreateForm onCreated={opened} />
      </div>
      <Foot />
    </Page>
  );
};
