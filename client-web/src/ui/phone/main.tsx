import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './phone.css';
import { render } from 'preact';
import { browserStorage, keepPage, offerInstalling } from '../../store/browser';
import { badgeIn } from '../code';
import { Phone } from './Phone';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const badge = badgeIn(location.hash);
// A badge is a key: it does not stay where somebody could read it off the screen.
if (badge) history.replaceState(null, '', location.pathname);
// Another badge scanned while the page is open changes only the part after #.
addEventListener('hashchange', () => {
  if (badgeIn(location.hash)) location.reload();
});
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  keepPage();
  offerInstalling(code);
  render(<Phone code={code} storage={browserStorage()} badge={badge} />, place);
}
