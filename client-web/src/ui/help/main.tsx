import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../phone/phone.css';
import '../phone/vote.css';
import './help.css';
import en from 'words:en/common,refusals,phone,help';
import gcf from 'words:gcf/common,refusals,phone,help';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { memoryStorage } from '../../sync/storage';
import { MissingLink } from '../parts/Gone';
import { leaveNoHistory } from '../phone/route';
import { startPage } from '../start';
import { HelpPage } from './HelpPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();

/** The helper's own secret is kept over a reload; nothing of the people who take turns is. */
const storage = browserStorage();
const key = `koudmen.${code}.helper`;
const told = location.hash.slice(1);
if (isCredential(told)) storage.write(key, told);
history.replaceState(null, '', location.pathname + location.search);
const helper = isCredential(told) ? told : storage.read(key);

leaveNoHistory();
// A page that the browser kept as it was would show the turn of somebody who is gone.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

// The language that somebody chose goes with their turn, and at the latest with the page.
startPage({
  files: { en, gcf },
  storage: memoryStorage(),
  page: () => (helper ? <HelpPage code={code} helper={helper} /> : <MissingLink />),
});
