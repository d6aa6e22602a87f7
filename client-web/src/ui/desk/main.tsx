import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './desk.css';
import { render } from 'preact';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { Desk } from './Desk';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(
    isCredential(credential) ? (
      <Desk code={code} credential={credential} storage={browserStorage()} />
    ) : (
      <MissingLink />
    ),
    place,
  );
}
