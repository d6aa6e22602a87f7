import type { ComponentChildren } from 'preact';
import { Heading, Page } from '../parts/Page';
import { say } from './words';

/** What French law asks a public site to say of itself, and nothing that was not looked at. */
export const Statement = () => (
  <Page screen="accessibility" title={say('title')}>
    <article class="column stack-wide">
      <header class="stack-close">
        <Heading>{say('title')}</Heading>
        <p>{say('lead')}</p>
        <p>{say('duty')}</p>
      </header>
      <Part title={say('state')}>
        <p class="strong">{say('stateIs')}</p>
        <p>{say('stateWhy')}</p>
      </Part>
      <Part title={say('tested')}>
        <p>{say('testedHelp')}</p>
        <ul class="list">
          <li>{say('tested.axe')}</li>
          <li>{say('tested.keyboard')}</li>
          <li>{say('tested.tree')}</li>
          <li>{say('tested.focus')}</li>
          <li>{say('tested.size')}</li>
          <li>{say('tested.zoom')}</li>
          <li>{say('tested.contrast')}</li>
        </ul>
      </Part>
      <Part title={say('untested')}>
        <ul class="list">
          <li>{say('untested.people')}</li>
          <li>{say('untested.readers')}</li>
          <li>{say('untested.browsers')}</li>
          <li>{say('untested.words')}</li>
        </ul>
      </Part>
      <Part title={say('limits')}>
        <p>{say('limits.people')}</p>
        <p>{say('limits.wall')}</p>
        <p>{say('limits.paper')}</p>
      </Part>
      <Part title={say('made')}>
        <p>{say('madeOn')}</p>
        <p>{say('madeWith')}</p>
      </Part>
      <Part title={say('contact')}>
        <p>{say('contactHelp')}</p>
      </Part>
      <Part title={say('appeal')}>
        <p>{say('appealHelp')}</p>
        <ul class="list">
          <li>
            <a class="link-line" href="https://formulaire.defenseurdesdroits.fr/">
              {say('appealForm')}
            </a>
          </li>
          <li>
            <a class="link-line" href="https://www.defenseurdesdroits.fr/saisir/delegues">
              {say('appealPerson')}
            </a>
          </li>
          <li>{say('appealPost')}</li>
        </ul>
      </Part>
      <p>
        <a class="button" href="/">
          {say('home')}
        </a>
      </p>
    </article>
  </Page>
);

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="stack-close">
    <h2>{title}</h2>
    {children}
  </section>
);
