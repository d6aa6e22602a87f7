import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../phone/phone.css';
import './help.css';
import { render } from 'preact';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { leaveNoHistory } from '../phone/route';
import { HelpPage } from './HelpPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const place = document.getElementById('app');

/** The helper's own secret is kept over a reload; nothing of the people who take turns is. */
const storage = browserStorage();
const key = `koudmen.${code}.helper`;
const told = location.hash.slice(1);
if (isCredential(told)) storage.write(key, told);
history.replaceState(null, '', location.pathname);
const helper = isCredential(told) ? told : storage.read(key);

leaveNoHistory();
// A page that the browser kept as it was would show the turn of somebody who is gone.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

if (place) {
  place.textContent = '';
  render(helper ? <HelpPage code={code} helper={helper} /> : <MissingLink />, place);
}
