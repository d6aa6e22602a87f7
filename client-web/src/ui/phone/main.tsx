import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './phone.css';
import { render } from 'preact';
import { browserStorage } from '../../store/browser';
import { Phone } from './Phone';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(<Phone code={code} storage={browserStorage()} />, place);
}
