import { useState } from 'preact/hooks';
import type { BoardCreated } from '../../protocol/messages';
import { Heading, Page } from '../parts/Page';
import { CodeForm } from './CodeForm';
import { CreateForm } from './CreateForm';
import { Links } from './Links';
import { say } from './words';

/** The first page: into a board with its code, or a new board. */
export const Home = () => {
  const [created, setCreated] = useState<BoardCreated>();
  if (created) return <Links created={created} />;
  return (
    <Page screen="home" title={say('title')}>
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
        <CreateForm onCreated={setCreated} />
      </div>
    </Page>
  );
};
